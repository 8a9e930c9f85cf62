import type { EventRef } from '../custody/pack-state.ts';
import type { Hash } from '../ledger/hash.ts';
import { type LogHead, storedHash } from './ledger-log.ts';
import { LOG_ID } from './log-id.ts';
import { planByIndex } from './plan-by-index.ts';
import { inTransaction, StaleRead, type Tx } from './transaction.ts';

/** What waits for its place in the log, and whose turn it is. */
export interface LedgerQueue {
  /** Leaves, counted up to what was asked for. */
  readonly leaves: number;
  /** For how long the oldest of them has waited, by the database's clock; 0 where none does. */
  readonly oldestMs: number;
  /** True where observations wait for their leaf. */
  readonly observations: boolean;
  /** The time of the latest block, milliseconds since 1970; 0 before the first. */
  readonly lastTimeMs: bigint;
  /** Who sealed the latest block: see {@link LogHead}. */
  readonly epoch: bigint;
  readonly state: LogHead['state'];
  readonly haltedBecause: string | undefined;
}

interface QueueRow {
  readonly n: number;
  readonly age_ms: number;
  readonly observations: boolean;
  readonly last_time_ms: bigint;
  readonly epoch: bigint;
  readonly state: LogHead['state'];
  readonly halted_because: string | null;
}

/** Looks at the queue, counting leaves up to `most`. `undefined` before the log is opened. */
export async function loadLedgerQueue(most: number): Promise<LedgerQueue | undefined> {
  const [, { rows }] = await inTransaction((tx) =>
    Promise.all([
      planByIndex(tx),
      tx.query<QueueRow>({
        name: 'ledger-queue',
        text: `select q.n, coalesce(extract(epoch from clock_timestamp() - q.oldest) * 1000, 0)::float8 as age_ms,
            exists (select from ledger.observation_pending) as observations, l.last_time_ms, l.epoch, l.state, l.halted_because
          from ledger.log l, (select count(*)::int as n, min(submitted_at) as oldest
            from (select submitted_at from ledger.pending where log_id = $1 order by pid limit $2) p) q
          where l.log_id = $1`,
        values: [LOG_ID, most],
      }),
    ]),
  );
  const [row] = rows;
  return (
    row && {
      leaves: row.n,
      oldestMs: row.age_ms,
      observations: row.observations,
      lastTimeMs: row.last_time_ms,
      epoch: row.epoch,
      state: row.state,
      haltedBecause: row.halted_because ?? undefined,
    }
  );
}

/** A part of the queue: the leaves behind the place `after` that were committed in `snapshot`, PostgreSQL's text of one. */
export interface QueueStretch {
  readonly after: bigint;
  readonly snapshot: string;
}

/** Entries moved into the log: how many, and their leaf hashes one after the other. */
export interface MovedLeaves {
  readonly count: number;
  readonly hashes: Uint8Array;
  /** Resolves when they have left the queue, in the same transaction: PostgreSQL removes them while their hashes are worked with. */
  readonly removed: Promise<void>;
  /** Where what waited beside them waits, when as many were taken as may be. */
  readonly rest: QueueStretch | undefined;
}

/**
 * A row knows the lower half of its transaction's number; the whole one is the nearest to those of the snapshot. Most rows are older
 * than every transaction that was open when the snapshot was taken: comparing ages tells so at a tenth of the cost.
 */
const WAS_SEEN = `age(xmin) > s.settled or pg_visible_in_snapshot((s.past + ((xmin::text::bigint - s.past + (1::bigint << 31)) & ((1::bigint << 32) - 1))
  - (1::bigint << 31))::text::xid8, $5::pg_snapshot)`;

/**
 * Moves the oldest waiting leaves, `limit` at most, from the queue into the log, the first at index `first`. Consumed by deleting, so a
 * leaf whose transaction commits late is seen later and never missed. The head must be locked in `tx`.
 * With `stretch`, only leaves of that part of the queue are looked for: long queues leave many dead rows at their beginning, which every
 * look steps over until they are vacuumed. It must be the `rest` that a look at the whole queue left, and holds what that look saw: what
 * was committed since may continue a leaf before `after` that is just as new, and must not come before it. Whoever uses it must look at
 * all again soon, for the sake of such late leaves.
 */
export async function movePendingLeaves(
  tx: Tx,
  first: bigint,
  limit: number,
  stretch?: QueueStretch,
): Promise<MovedLeaves> {
  const { rows } = await tx.query<{
    readonly hashes: Buffer | null;
    readonly n: number;
    readonly places: string | null;
    readonly last: bigint | null;
    readonly snapshot: string;
  }>({
    name: 'copy-pending-leaves',
    text: `with d as materialized (
        select p.ctid as place, pid, event_id, leaf_hash, leaf from ledger.pending p,
            (select pg_snapshot_xmax($5::pg_snapshot)::text::bigint,
                    age((pg_snapshot_xmin($5::pg_snapshot)::text::bigint & ((1::bigint << 32) - 1))::text::xid)) as s (past, settled)
          where log_id = $1 and pid > $4 and ($5::pg_snapshot is null or ${WAS_SEEN}) order by pid limit $2),
      o as (
        insert into ledger.entry (log_id, seq, event_id, leaf_hash, leaf)
        select $1, $3 + row_number() over (order by pid) - 1, event_id, leaf_hash, leaf from d)
      select string_agg(leaf_hash, ''::bytea order by pid) as hashes, count(*)::int as n, array_agg(place)::text as places,
        max(pid) as last, pg_current_snapshot()::text as snapshot from d`,
    values: [LOG_ID, limit, first, stretch?.after ?? 0n, stretch?.snapshot],
  });
  const [row] = rows;
  if (!row) throw new Error('an aggregate gives one row');
  const { n: count, hashes, last, places, snapshot } = row;
  const rest =
    count === limit && last !== null ? { after: last, snapshot: stretch?.snapshot ?? snapshot } : undefined;
  const removed = places === null ? Promise.resolve() : removeFromQueue(tx, places, count);
  // Whoever moves them awaits it in the end; until then a failure is nobody's yet.
  removed.catch(() => {});
  return { count, hashes: hashes ?? new Uint8Array(0), removed, rest };
}

/**
 * Rows are deleted by their place in the table, which spares a look-up each. Nobody updates them, so it stays theirs; where somebody
 * else removed one meanwhile, nothing of the batch may be kept.
 */
async function removeFromQueue(tx: Tx, places: string, count: number): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'remove-from-queue',
    text: 'delete from ledger.pending where ctid = any ($1::tid[])',
    values: [places],
  });
  if (rowCount !== count) throw new StaleRead('a leaf left the queue while it was moved');
}

/** An entry that the sequencer writes itself: a block header, or the leaf of observations. */
export interface LogEntry {
  readonly seq: bigint;
  /** 16 bytes that no event will have. */
  readonly id: EventRef;
  readonly leaf: Uint8Array;
  readonly leafHash: Hash;
}

/** Writes one entry. The head must be locked in `tx`. */
export async function insertLogEntry(tx: Tx, { seq, id, leaf, leafHash }: LogEntry): Promise<void> {
  await tx.query({
    name: 'insert-log-entry',
    text: 'insert into ledger.entry (log_id, seq, event_id, leaf_hash, leaf) values ($1, $2, $3, $4, $5)',
    values: [LOG_ID, seq, id, leafHash, leaf],
  });
}

/**
 * Takes the oldest waiting observations, `limit` at most, for the leaf named `leafEvent`, and gives their commitments in the order
 * they are kept in. The leaf must be written in the same `tx`.
 */
export async function takeObservations(tx: Tx, leafEvent: EventRef, limit: number): Promise<readonly Hash[]> {
  const { rows } = await tx.query<{ readonly commitment: Buffer }>({
    name: 'take-observations',
    text: `with d as (
        delete from ledger.observation_pending where oid in (select oid from ledger.observation_pending order by oid limit $2)
        returning oid, observation, commitment),
      m as (
        insert into ledger.observation_member (leaf_event, ord, observation, commitment)
        select $1, row_number() over (order by oid) - 1, observation, commitment from d returning ord, commitment)
      select commitment from m order by ord`,
    values: [leafEvent, limit],
  });
  return rows.map((row) => storedHash(row.commitment));
}
