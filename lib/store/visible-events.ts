import { VISIBILITY_RELATIONS } from '../custody/visibility/rules/index.ts';
import type { RelationRule, VisibilityRule } from '../custody/visibility/visibility-rule.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { eventsGranted } from './granted-events.ts';
import type { Reading } from './reading.ts';
import type { SqlValues } from './sql-values.ts';
import { touchesCountry } from './touches-country.ts';
import { visibleFindings } from './visible-findings.ts';

/**
 * Writes custody.md 6 as SQL, the condition on `event e` under which a reader sees it whole. The rules are those that
 * `decideVisibility` evaluates, read as data, so no query sees more than they say. On the page of one pack, "its packs" means that pack.
 */
export const eventsSeenWhole = (reading: Reading, values: SqlValues): string =>
  `(e.realm = ${values.add(reading.scope.realm)} and (${rulesSql('whole', reading, values)}))`;

/** The condition under which a reader sees an outline of `event e` at least: wherever it sees it whole, and more. */
export const eventsSeen = (reading: Reading, values: SqlValues): string =>
  `(${eventsSeenWhole(reading, values)}
    or (e.realm = ${values.add(reading.scope.realm)} and (${rulesSql('outline', reading, values)})))`;

/** The condition under which a reader would see `event e` as `show` says if nobody had granted it anything. */
export const eventsSeenUngranted = (show: 'whole' | 'outline', reading: Reading, values: SqlValues): string =>
  `(e.realm = ${values.add(reading.scope.realm)} and (${rulesSql(show, reading, values, isUngranted)}))`;

const isUngranted = ({ gives }: VisibilityRule): boolean => gives !== 'as-granted';

function rulesSql(
  show: 'whole' | 'outline',
  reading: Reading,
  values: SqlValues,
  counts: (rule: VisibilityRule) => boolean = () => true,
): string {
  const conditions = VISIBILITY_RELATIONS.filter(counts)
    .filter(({ readers }) => readers === 'anyone' || readers.includes(reading.scope.organisationRole))
    .flatMap((rule) => ruleSql(rule, show, reading, values));
  return conditions.join(' or ') || 'false';
}

function ruleSql(
  rule: VisibilityRule,
  show: 'whole' | 'outline',
  reading: Reading,
  values: SqlValues,
): readonly string[] {
  if (rule.gives === 'as-granted') return [eventsGranted(show, reading, values)];
  return rule.gives === show ? [conditionSql(rule.condition, reading, values)] : [];
}

function conditionSql(condition: RelationRule['condition'], reading: Reading, values: SqlValues): string {
  const { organisation, country } = reading.scope;
  switch (condition.kind) {
    case 'reporter-is-reader':
      return `e.reporter = ${values.add(organisation)}`;
    case 'party-named':
      return `${values.add(organisation)} = any (e.parties)`;
    case 'holder-of-gtin': {
      const reader = values.add(organisation);
      const alone = condition.of === 'every' ? ` and e.holders <@ array[${reader}]` : '';
      return `(e.act = any (${values.add(condition.acts)}) and ${reader} = any (e.holders)${alone})`;
    }
    case 'country-touched':
      return `${values.add(country)} = any (e.countries)`;
    case 'pack-touched-country':
      return `exists (${packsOf(reading, values)} and ${touchesCountry(reading.scope, 'o', values)})`;
    case 'pack-in-finding':
      return `exists (${packsOf(reading, values)}
        and exists (select from finding f where f.packs @> array[o.uri] and ${visibleFindings(reading.scope, values)}))`;
    default:
      return assertNever(condition);
  }
}

/**
 * The packs of the event, as `o`; its batches and cases are not among them. The events of one pack are all about it, also where they only
 * name a container that it was in.
 */
const packsOf = ({ pack }: Reading, values: SqlValues): string =>
  pack === undefined
    ? `select from event_object o where o.event = e.id and o.uri like 'https://id.gs1.org/01/%/21/%'`
    : `select from (select e.realm as realm, ${values.add(pack)}::text as uri) o where true`;
