import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';

/** What an event's id in the ledger is made from (custody.md 7). */
interface EventName {
  readonly id: EventRef;
  readonly reporter: Gln;
  readonly eventId: string;
  readonly isDeclaration: boolean;
}

/** One that only sandboxes have used so far is not searched to its end. */
const MOST_ENTRIES = 10_000;

/** "DPL", layout 1, type 1: an event, as lib/evidence writes it. */
const EVENT_LEAF = '\\x44504c0101';

/** The name of the first event of the real world in the log; `undefined` where its beginning holds none. For the platform's own work. */
export async function loadFirstEventName(): Promise<EventName | undefined> {
  const { rows } = await pool().query<EventName>(
    `select e.id, e.reporter, e.event_id as "eventId", e.declaration as "isDeclaration"
       from ledger.entry n join event e on e.id = n.event_id
      where n.log_id = $1 and n.seq < $2 and substr(n.leaf, 1, 5) = $3::bytea and e.realm = 0 order by n.seq limit 1`,
    [LOG_ID, MOST_ENTRIES, EVENT_LEAF],
  );
  return rows[0];
}
