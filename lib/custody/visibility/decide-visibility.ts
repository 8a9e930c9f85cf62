import type { Instant } from '../../kernel/instant.ts';
import type { OrgScope } from '../org-scope.ts';
import { conditionHolds } from './condition-holds.ts';
import type { EventFacts } from './event-facts.ts';
import type { Grant } from './grant.ts';
import { grantReach } from './grant-covers.ts';
import { VISIBILITY_RELATIONS } from './rules/index.ts';
import type { Visibility, VisibilityRule } from './visibility-rule.ts';

/** How much a reader sees, and why: the use of a grant and a regulator's look are recorded. */
export interface Sight {
  readonly visibility: Visibility;
  /** The rule that gives it; of several that give the same the first of the registry. */
  readonly rule: string | undefined;
  readonly use: VisibilityRule['use'];
  readonly grant: Grant | undefined;
}

const HIDDEN: Sight = { visibility: 'hidden', rule: undefined, use: 'free', grant: undefined };

/**
 * How much of an event the holder of `scope` sees at `at`, and by which rule (custody.md 6). Pure and total. A reader
 * of another realm sees nothing.
 */
export function decideVisibility(
  scope: OrgScope,
  facts: EventFacts,
  grants: readonly Grant[],
  at: Instant,
): Sight {
  if (scope.realm !== facts.realm) return HIDDEN;
  const sights = VISIBILITY_RELATIONS.filter(
    ({ readers }) => readers === 'anyone' || readers.includes(scope.organisationRole),
  ).flatMap((rule) => sightsBy(rule, scope, facts, grants, at));
  return sights.find(({ visibility }) => visibility === 'whole') ?? sights[0] ?? HIDDEN;
}

function sightsBy(
  rule: VisibilityRule,
  scope: OrgScope,
  facts: EventFacts,
  grants: readonly Grant[],
  at: Instant,
): readonly Sight[] {
  const { id, use } = rule;
  if (rule.gives !== 'as-granted') {
    const holds = conditionHolds(rule.condition, scope, facts);
    return holds ? [{ visibility: rule.gives, rule: id, use, grant: undefined }] : [];
  }
  return grants.flatMap((grant): Sight[] => {
    const reach = grantReach(grant, scope, facts, at);
    if (reach === 'none') return [];
    return [{ visibility: reach === 'every' ? grant.what.show : 'outline', rule: id, use, grant }];
  });
}
