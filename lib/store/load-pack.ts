import type { Act } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Outline } from '../custody/visibility/outline-of.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { CHAIN_JSON, type ChainJson, stateInChain } from './chain-column.ts';
import type { PackKey } from './custody-request.ts';
import { instantOfDate } from './instant-of-date.ts';
import { LOG_ID } from './log-id.ts';
import { noteGrantUse } from './note-grant-use.ts';
import { placeOf } from './placed-packs.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { EVENT_COLUMNS, type EventRow, type StoredEvent, storedEventOf } from './stored-event.ts';
import { touchesCountry } from './touches-country.ts';
import { eventsSeen, eventsSeenWhole } from './visible-events.ts';
import { visibleFindings } from './visible-findings.ts';

/** One step of a pack's path: an event the reader sees whole, with what it did to this pack, or only its outline. */
export type PackStep =
  | { readonly show: 'whole'; readonly event: StoredEvent; readonly effect: EntryEffect }
  | { readonly show: 'outline'; readonly outline: Outline };

/** A pack as far as the reader may see it. */
export interface VisiblePack {
  /** Its current state, where the reader may see that (custody.md 6). */
  readonly state: PackState | undefined;
  /** In the order of recording. */
  readonly steps: readonly PackStep[];
}

type StepRow = EventRow & {
  readonly effect: EntryEffect;
  readonly act: Act;
  readonly whole: boolean;
  readonly country: string | null;
};

/** The events that name a pack, and those that moved a container while it was inside, each as far as the reader sees it, in the order of recording. */
async function packEvents(scope: OrgScope, pack: PackKey, at: Instant): Promise<readonly PackStep[]> {
  const values = new SqlValues();
  const reading = { scope, at, pack: pack.uri };
  const { rows } = await pool().query<StepRow>(
    `select ${EVENT_COLUMNS}, k.effect, e.act, ${eventsSeenWhole(reading, values)} as whole, e.claim ->> 'country' as country
       from (select o.event, o.effect from event_object o where o.realm = ${values.add(scope.realm)} and o.uri = ${values.add(pack.uri)}
             union all select m.event, m.effect from moves_around(${values.add(scope.realm)}::smallint, ${values.add(pack.uri)}) m) k
       join event e on e.id = k.event
       left join ledger.entry n on n.log_id = ${values.add(LOG_ID)} and n.event_id = e.id
      where ${eventsSeen(reading, values)} order by n.seq nulls last, e.record_time, e.id`,
    values.values,
  );
  await noteGrantUse(
    reading,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    row.whole
      ? { show: 'whole', event: storedEventOf(row), effect: row.effect }
      : {
          show: 'outline',
          outline: { kind: row.act, at: instantOfDate(row.event_time), country: row.country ?? undefined },
        },
  );
}

/**
 * A pack and its path as far as the reader may see them; `undefined` where to this reader it does not exist. The state is shown to the
 * holder of the GTIN and of the pack, and to a regulator whose country the pack touched or who has a finding on it.
 */
export async function loadPack(
  scope: OrgScope,
  pack: PackKey,
  at: Instant,
): Promise<VisiblePack | undefined> {
  const [state, steps] = await Promise.all([visibleState(scope, pack), packEvents(scope, pack, at)]);
  return state || steps.length > 0 ? { state, steps } : undefined;
}

async function visibleState(scope: OrgScope, pack: PackKey): Promise<PackState | undefined> {
  const values = new SqlValues();
  const key = `p.realm = ${values.add(scope.realm)} and p.gtin = ${values.add(pack.gtin)} and p.serial = ${values.add(pack.serial)}`;
  const reader = values.add(scope.organisation);
  const may = [
    `u.holder = ${reader}`,
    `exists (select from product q where q.realm = p.realm and q.gtin = p.gtin and q.holder = ${reader})`,
  ];
  if (scope.organisationRole === 'regulator')
    may.push(
      touchesCountry(scope, 'p', values),
      `exists (select from finding f where f.packs @> array[p.uri] and ${visibleFindings(scope, values)})`,
    );
  const { rows } = await pool().query<{ readonly state: Json; readonly chain: ChainJson | null }>(
    `select p.state, case when p.parent is not null then ${CHAIN_JSON('p')} end as chain
       from (select p.*, ${values.add(pack.uri)}::text as uri from pack p where ${key}) p ${placeOf('p', 'u')} where ${may.join(' or ')}`,
    values.values,
  );
  return rows[0] && stateInChain(rows[0].state, rows[0].chain);
}
