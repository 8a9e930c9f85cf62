import type { OrgScope } from '../custody/org-scope.ts';
import { VISIBILITY_RELATIONS } from '../custody/visibility/rules/index.ts';
import type { RelationRule, VisibilityRule } from '../custody/visibility/visibility-rule.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { Instant } from '../kernel/instant.ts';
import type { SqlValues } from './sql-values.ts';
import { touchesCountry } from './touches-country.ts';
import { visibleFindings } from './visible-findings.ts';

/** Who reads, when, and where the events are those of one pack, its canonical Digital Link. */
export interface Reading {
  readonly scope: OrgScope;
  readonly at: Instant;
  readonly pack?: string;
}

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

function rulesSql(show: 'whole' | 'outline', reading: Reading, values: SqlValues): string {
  const conditions = VISIBILITY_RELATIONS.filter(
    ({ readers }) => readers === 'anyone' || readers.includes(reading.scope.organisationRole),
  ).flatMap((rule) => ruleSql(rule, show, reading, values));
  return conditions.join(' or ') || 'false';
}

function ruleSql(
  rule: VisibilityRule,
  show: 'whole' | 'outline',
  reading: Reading,
  values: SqlValues,
): readonly string[] {
  if (rule.gives === 'as-granted') return [grantSql(show, reading, values)];
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

/** The packs of the event, as `event_object o`; its batches and cases are not among them. */
const packsOf = ({ pack }: Reading, values: SqlValues): string =>
  pack === undefined
    ? `select from event_object o where o.event = e.id and o.uri like 'https://id.gs1.org/01/%/21/%'`
    : `select from event_object o where o.event = e.id and o.realm = e.realm and o.uri = ${values.add(pack)}`;

/** What an event is about, one row for each pack and batch; a pack's batch is the one recorded for it. */
const SUBJECTS = `(select split_part(o.uri, '/', 5) as gtin,
    case when split_part(o.uri, '/', 6) = '21' then gs1_value(split_part(o.uri, '/', 7)) end as serial,
    case when split_part(o.uri, '/', 6) = '10' then gs1_value(split_part(o.uri, '/', 7))
      else (select p.lot from pack p where p.realm = o.realm and p.gtin = split_part(o.uri, '/', 5)
        and p.serial = gs1_value(split_part(o.uri, '/', 7))) end as lot
  from event_object o where o.event = e.id and o.uri ~ '^https://id[.]gs1[.]org/01/[0-9]{14}/(10|21)/[^/]+$') as s`;

const WITHIN = `((g.gtin is null or g.gtin = s.gtin) and (g.lot is null or s.lot is not distinct from g.lot)
  and (g.serial is null or s.serial is not distinct from g.serial))`;

const ALL_NAMED = `(g.gtin is null and g.lot is null and g.serial is null)`;

/** A grant shows what it says where it covers every pack and batch of the event, and an outline where it covers some. */
function grantSql(show: 'whole' | 'outline', { scope, at }: Reading, values: SqlValues): string {
  const now = values.add(new Date(at));
  const reader = values.add(scope.organisation);
  const inForce = `g.to_party = ${reader} and g.from_party = e.reporter
    and g.purpose = ${values.add(scope.purpose)} and g.valid_from <= ${now} and (g.valid_until is null or ${now} < g.valid_until)
    and (g.revoked_at is null or ${now} < g.revoked_at) and (g.event is null or g.event = e.id)`;
  const some = `exists (select from ${SUBJECTS} where ${WITHIN})`;
  const reach =
    show === 'whole'
      ? `g.show = 'whole' and (${ALL_NAMED} or (${some} and not exists (select from ${SUBJECTS} where not ${WITHIN})))`
      : `(${ALL_NAMED} or ${some})`;
  // Asked once for the whole list; to most readers nobody has granted anything.
  const anyGrant = `exists (select from "grant" a where a.to_party = ${reader})`;
  return `(${anyGrant} and exists (select from "grant" g where ${inForce} and ${reach}))`;
}
