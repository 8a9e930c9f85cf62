import type { Act } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import type { PackStep } from './load-pack.ts';
import { LOG_ID } from './log-id.ts';
import { noteGrantUse } from './note-grant-use.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { EVENT_COLUMNS, type EventRow, storedEventOf } from './stored-event.ts';
import { eventsSeen, eventsSeenWhole } from './visible-events.ts';

type Row = EventRow & {
  readonly effect: EntryEffect | null;
  readonly act: Act;
  readonly whole: boolean;
  readonly country: string | null;
};

/**
 * The events named, each as far as the reader sees it, in the order of what happened; hidden ones are left out. The effect is the one
 * on the first of `packs` that the event names.
 */
export async function loadSeenEvents(
  scope: OrgScope,
  { events, packs }: { readonly events: readonly EventRef[]; readonly packs: readonly string[] },
  at: Instant,
): Promise<readonly PackStep[]> {
  if (events.length === 0) return [];
  const values = new SqlValues();
  const reading = { scope, at };
  const { rows } = await pool().query<Row>(
    `select ${EVENT_COLUMNS}, e.act, ${eventsSeenWhole(reading, values)} as whole, e.claim ->> 'country' as country,
        (select k.effect from event_object k where k.event = e.id and k.uri = any (${values.add(packs)}::text[])
          and k.effect <> 'named' order by k.uri limit 1) as effect
       from event e left join ledger.entry n on n.log_id = ${values.add(LOG_ID)} and n.event_id = e.id
      where e.id = any (${values.add(events)}::uuid[]) and ${eventsSeen(reading, values)} order by e.event_time, e.id`,
    values.values,
  );
  await noteGrantUse(
    reading,
    rows.map(({ id }) => id),
  );
  return rows.map(({ whole, effect, act, country, ...row }) =>
    whole
      ? { show: 'whole', event: storedEventOf(row), effect: effect ?? 'applied' }
      : {
          show: 'outline',
          outline: { kind: act, at: instantOfDate(row.event_time), country: country ?? undefined },
        },
  );
}
