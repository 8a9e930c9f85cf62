import type { Instant } from '../../kernel/instant.ts';
import type { OrgScope } from '../org-scope.ts';
import { decideVisibility } from './decide-visibility.ts';
import type { EventFacts } from './event-facts.ts';
import type { Grant } from './grant.ts';
import type { Visibility } from './visibility-rule.ts';

/** {@link decideVisibility} without its reason: `whole`, `outline` (kind, time, country) or `hidden`. */
export const visibilityOf = (
  scope: OrgScope,
  facts: EventFacts,
  grants: readonly Grant[],
  at: Instant,
): Visibility => decideVisibility(scope, facts, grants, at).visibility;
