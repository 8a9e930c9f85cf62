import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfNullable } from './instant-of-date.ts';
import type { Tx } from './transaction.ts';

/** How far the detectors have come: the index of the next entry of the log, and the time up to which they have seen all. */
export interface DetectorCursor {
  readonly nextSeq: bigint;
  readonly watermark: Instant | undefined;
}

/** The cursor, locked until `tx` ends: one engine at a time, and what it writes moves with the cursor or not at all. */
export async function lockDetectorCursor(tx: Tx): Promise<DetectorCursor> {
  await tx.query('insert into detector_cursor (id, next_seq) values (1, 0) on conflict do nothing');
  const { rows } = await tx.query<{ readonly next_seq: bigint; readonly watermark: Date | null }>(
    'select next_seq, watermark from detector_cursor where id = 1 for update',
  );
  return {
    nextSeq: rows[0]?.next_seq ?? 0n,
    watermark: instantOfNullable(rows[0]?.watermark ?? null),
  };
}

/** Moves the cursor that {@link lockDetectorCursor} locked. */
export async function saveDetectorCursor(tx: Tx, { nextSeq, watermark }: DetectorCursor): Promise<void> {
  await tx.query('update detector_cursor set next_seq = $1, watermark = $2 where id = 1', [
    nextSeq,
    watermark === undefined ? null : new Date(watermark),
  ]);
}

/** What the detectors remember under each of `keys`; keys without anything are absent. */
export async function loadDetectorStates(
  tx: Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  const { rows } = await tx.query<{ readonly key: string; readonly state: Json }>({
    name: 'detector-states',
    text: 'select key, state from detector_state where key = any ($1::text[])',
    values: [keys],
  });
  return new Map(rows.map(({ key, state }) => [key, state]));
}

/** Remembers a state under each key; `undefined` forgets what was there. */
export async function saveDetectorStates(
  tx: Tx,
  states: ReadonlyMap<string, Json | undefined>,
): Promise<void> {
  const kept = [...states].filter(([, state]) => state !== undefined);
  const forgotten = [...states].filter(([, state]) => state === undefined).map(([key]) => key);
  await tx.query({
    name: 'save-detector-states',
    text: `with gone as (delete from detector_state where key = any ($3::text[]))
      insert into detector_state (key, state) select * from unnest($1::text[], $2::jsonb[])
      on conflict (key) do update set state = excluded.state`,
    values: [kept.map(([key]) => key), kept.map(([, state]) => JSON.stringify(state)), forgotten],
  });
}

/** Something that a detector wants to look at again at a time. One of a key and time is kept once. */
export interface DetectorTimer {
  readonly dueAt: Instant;
  readonly key: string;
  readonly body: Json;
}

/** Sets timers. */
export async function saveDetectorTimers(tx: Tx, timers: readonly DetectorTimer[]): Promise<void> {
  if (timers.length === 0) return;
  await tx.query({
    name: 'save-detector-timers',
    text: `insert into detector_timer (due_at, key, body) select * from unnest($1::timestamptz[], $2::text[], $3::jsonb[])
      on conflict (due_at, key) do update set body = excluded.body`,
    values: [
      timers.map(({ dueAt }) => new Date(dueAt)),
      timers.map(({ key }) => key),
      timers.map(({ body }) => JSON.stringify(body)),
    ],
  });
}

/** Takes the timers due at `now`, oldest first, `limit` at most: they are gone when `tx` commits. */
export async function takeDueTimers(tx: Tx, now: Instant, limit: number): Promise<readonly DetectorTimer[]> {
  const { rows } = await tx.query<{ readonly due_at: Date; readonly key: string; readonly body: Json }>({
    name: 'take-due-timers',
    text: `with due as (select due_at, key from detector_timer where due_at <= $1 order by due_at, key limit $2),
        taken as (delete from detector_timer t using due where t.due_at = due.due_at and t.key = due.key returning t.*)
      select due_at, key, body from taken order by due_at, key`,
    values: [new Date(now), limit],
  });
  return rows.map(({ due_at, key, body }) => ({ dueAt: due_at.getTime() as Instant, key, body }));
}

/** When the next timer is due; `undefined` where none is set. */
export async function nextTimerDue(tx: Tx): Promise<Instant | undefined> {
  const { rows } = await tx.query<{ readonly due_at: Date }>({
    name: 'next-timer',
    text: 'select due_at from detector_timer order by due_at limit 1',
  });
  return instantOfNullable(rows[0]?.due_at ?? null);
}

/** The packs that events name, by event, in the order of their names. */
export async function loadPacksOfEvents(
  tx: Tx,
  events: readonly EventRef[],
): Promise<ReadonlyMap<EventRef, readonly string[]>> {
  const { rows } = await tx.query<{ readonly event: EventRef; readonly packs: readonly string[] }>({
    name: 'packs-of-events',
    text: `select o.event, array_agg(o.uri order by o.uri) as packs from event_object o
      where o.event = any ($1::uuid[]) and o.uri ~ '^https://id.gs1.org/01/[0-9]{14}/21/' group by o.event`,
    values: [events],
  });
  return new Map(rows.map(({ event, packs }) => [event, packs]));
}

/** Adds to what is measured of an organisation's deliveries: supplies with a recorded delivery, of all its supplies (D09). */
export async function addCustodyCoverage(
  tx: Tx,
  organisation: Gln,
  good: number,
  total: number,
): Promise<void> {
  await tx.query({
    name: 'add-custody-coverage',
    text: `insert into custody_coverage (organisation, good, total) values ($1, $2, $3)
      on conflict (organisation) do update set good = custody_coverage.good + excluded.good, total = custody_coverage.total + excluded.total`,
    values: [organisation, good, total],
  });
}
