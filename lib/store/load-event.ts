import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Instant } from '../kernel/instant.ts';
import { LOG_ID } from './log-id.ts';
import { noteGrantUse } from './note-grant-use.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { EVENT_COLUMNS, type EventRow, type StoredEvent, storedEventOf } from './stored-event.ts';
import { eventsSeenWhole } from './visible-events.ts';

/** One event that the scope's own organisation reported, recorded or already in the log. */
export async function loadOwnEvent(scope: OrgScope, id: EventRef): Promise<StoredEvent | undefined> {
  const { rows } = await pool().query<EventRow>({
    name: 'own-event',
    text: `select ${EVENT_COLUMNS} from event e left join ledger.entry n on n.log_id = $4 and n.event_id = e.id
      where e.id = $1 and e.reporter = $2 and e.realm = $3`,
    values: [id, scope.organisation, scope.realm, LOG_ID],
  });
  return rows[0] && storedEventOf(rows[0]);
}

/** One event, where the reader sees it whole; what is hidden and what does not exist are answered alike. */
export async function loadEvent(
  scope: OrgScope,
  id: EventRef,
  at: Instant,
): Promise<StoredEvent | undefined> {
  const [event] = await eventsBy(scope, at, (values) => `e.id = ${values.add(id)}`);
  return event;
}

/** The events that bear `eventId`, where the reader sees them whole: an event and the declarations of its errors. */
export const loadEventsByEventId = (
  scope: OrgScope,
  eventId: string,
  at: Instant,
): Promise<readonly StoredEvent[]> =>
  eventsBy(
    scope,
    at,
    (values) => `e.realm = ${values.add(scope.realm)} and e.event_id = ${values.add(eventId)}`,
  );

/** Those of the events that the reader sees whole, by their ids. */
export async function loadEventsWhole(
  scope: OrgScope,
  ids: readonly EventRef[],
  at: Instant,
): Promise<ReadonlyMap<EventRef, StoredEvent>> {
  const events = await eventsBy(scope, at, (values) => `e.id = any (${values.add(ids)}::uuid[])`);
  return new Map(events.map((event) => [event.id, event]));
}

async function eventsBy(
  scope: OrgScope,
  at: Instant,
  condition: (values: SqlValues) => string,
): Promise<readonly StoredEvent[]> {
  const values = new SqlValues();
  const whole = eventsSeenWhole({ scope, at }, values);
  const { rows } = await pool().query<EventRow>(
    `select ${EVENT_COLUMNS} from event e left join ledger.entry n on n.log_id = ${values.add(LOG_ID)} and n.event_id = e.id
      where ${condition(values)} and ${whole} order by e.record_time, e.id`,
    values.values,
  );
  await noteGrantUse(
    { scope, at },
    rows.map(({ id }) => id),
  );
  return rows.map(storedEventOf);
}

export type { StoredEvent as StoredEventRow } from './stored-event.ts';
