import type { Claim } from '../../custody/claim.ts';
import type { EventRef } from '../../custody/pack-state.ts';
import type { JsonObject } from '../../epcis/epcis-event.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { LOG_ID } from '../log-id.ts';
import type { Db } from '../transaction.ts';

/** A row of `event` whole, with its leaf from the log or from the queue, and the realm that its reporter has today. */
export interface EventToCheck {
  readonly id: EventRef;
  readonly realm: number;
  readonly reporter: Gln;
  readonly event_id: string;
  readonly event_hash: string;
  readonly content_digest: Buffer;
  readonly act: string;
  readonly claim: Claim;
  readonly action: string;
  readonly biz_step: string | null;
  readonly disposition: string | null;
  readonly event_time: Date;
  readonly offset_minutes: number;
  readonly record_time: Date;
  readonly original_record_time: Date | null;
  readonly read_point: string | null;
  readonly biz_location: string | null;
  readonly location: Gln | null;
  readonly declaration: boolean;
  readonly corrects: EventRef | null;
  readonly parties: readonly Gln[];
  readonly countries: readonly string[];
  readonly holders: readonly Gln[];
  readonly document: JsonObject;
  readonly context: Json;
  readonly field_names: readonly string[];
  readonly field_salts: Buffer;
  readonly field_commitments: Buffer;
  readonly flags: Json;
  readonly leaf: Buffer | null;
  /** The groups of fields that its reporter has erased. */
  readonly erased: readonly string[];
}

/** The events behind `after` in the order of their ids, `limit` at most. */
export async function loadEventPage(
  db: Db,
  after: EventRef,
  limit: number,
): Promise<readonly EventToCheck[]> {
  const { rows } = await db.query<EventToCheck>({
    name: 'fsck-events',
    text: `select e.*, coalesce((select n.leaf from ledger.entry n where n.log_id = $3 and n.event_id = e.id),
        (select q.leaf from ledger.pending q where q.log_id = $3 and q.event_id = e.id)) as leaf,
        array(select r.name from erasure r where r.event = e.id) as erased
      from event e where e.id > $1 order by e.id limit $2`,
    values: [after, limit, LOG_ID],
  });
  return rows;
}

/** An object that an event names: its place in the object's chain, and the event before it there. */
export interface NamedToCheck {
  readonly event: EventRef;
  readonly realm: number;
  readonly uri: string;
  readonly counter: number;
  readonly previous: EventRef | null;
}

/** How many objects each of the events names. */
export async function countNamed(
  db: Db,
  events: readonly EventRef[],
): Promise<ReadonlyMap<EventRef, number>> {
  const { rows } = await db.query<{ readonly event: EventRef; readonly n: number }>({
    name: 'fsck-count-named',
    text: 'select event, count(*)::int as n from event_object where event = any ($1::uuid[]) group by event',
    values: [events],
  });
  return new Map(rows.map(({ event, n }) => [event, n]));
}

/** What the events name. */
export async function loadNamed(db: Db, events: readonly EventRef[]): Promise<readonly NamedToCheck[]> {
  const { rows } = await db.query<NamedToCheck>({
    name: 'fsck-named',
    text: `select o.event, o.realm, o.uri, o.counter, (select p.event from event_object p
        where p.realm = o.realm and p.uri = o.uri and p.counter = o.counter - 1) as previous
      from event_object o where o.event = any ($1::uuid[])`,
    values: [events],
  });
  return rows;
}
