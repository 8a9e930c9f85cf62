import type { Reading } from './reading.ts';
import type { SqlValues } from './sql-values.ts';

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

/**
 * The condition under which `"grant" g` shows `event e` to a reader: what it says where it covers every pack and batch of the event, and
 * an outline where it covers some.
 */
export function grantCoversEvent(
  show: 'whole' | 'outline',
  { scope, at }: Reading,
  values: SqlValues,
): string {
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
  return `${inForce} and ${reach}`;
}

/** Whether anybody has granted the reader anything: asked once for a whole list, and to most readers nobody has. */
export const anyGrantTo = ({ scope }: Reading, values: SqlValues): string =>
  `exists (select from "grant" a where a.to_party = ${values.add(scope.organisation)})`;

/** The condition under which some grant shows `event e` to a reader. */
export const eventsGranted = (show: 'whole' | 'outline', reading: Reading, values: SqlValues): string =>
  `(${anyGrantTo(reading, values)} and exists (select from "grant" g where ${grantCoversEvent(show, reading, values)}))`;
