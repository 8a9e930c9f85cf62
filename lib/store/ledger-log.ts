import type { Instant } from '../kernel/instant.ts';
import { EMPTY_ROOT, type Hash, parseHash } from '../ledger/hash.ts';
import { instantOfDate } from './instant-of-date.ts';
import { LOG_ID } from './log-id.ts';
import { planByIndex } from './plan-by-index.ts';
import { pool } from './pool.ts';
import type { Db, Tx } from './transaction.ts';

/** The head of the log as it stands in the database: the tree, the chain of blocks, and how much of it is shown. */
export interface LogHead {
  readonly origin: string;
  /** Entries in the tree. */
  readonly size: bigint;
  readonly root: Hash;
  /** How often a sequencer took over, with a frontier built anew from the tables. */
  readonly epoch: bigint;
  /** The number of the latest block; 0 before the first. */
  readonly blockNo: bigint;
  /** The leaf hash of the latest block's header; zero before the first. */
  readonly lastBlockHash: Hash;
  /** The time in the latest block's header, milliseconds since 1970. */
  readonly lastTimeMs: bigint;
  /** Readers are shown this many entries. */
  readonly publishedSize: bigint;
  /** Enough witnesses have cosigned a head of this size; 0 while there are none. */
  readonly witnessedSize: bigint;
  readonly state: 'active' | 'frozen' | 'halted';
  readonly haltedBecause: string | undefined;
}

interface Row {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Buffer;
  readonly epoch: bigint;
  readonly block_no: bigint;
  readonly last_block_hash: Buffer;
  readonly last_time_ms: bigint;
  readonly published_size: bigint;
  readonly witnessed_size: bigint;
  readonly state: LogHead['state'];
  readonly halted_because: string | null;
}

const headOf = (row: Row): LogHead => ({
  origin: row.origin,
  size: row.size,
  root: storedHash(row.root),
  epoch: row.epoch,
  blockNo: row.block_no,
  lastBlockHash: storedHash(row.last_block_hash),
  lastTimeMs: row.last_time_ms,
  publishedSize: row.published_size,
  witnessedSize: row.witnessed_size,
  state: row.state,
  haltedBecause: row.halted_because ?? undefined,
});

/** A hash as it was stored; bytes of another length cannot be there. */
export function storedHash(bytes: Uint8Array): Hash {
  const hash = parseHash(bytes);
  if (!hash) throw new Error('a stored hash has 32 bytes');
  return hash;
}

/** Makes the log with its first entry still to come, where there is none. Throws one sentence where the log has another name. */
export async function openLog(origin: string): Promise<LogHead> {
  await pool().query(
    `insert into ledger.log (log_id, origin, size, root, epoch, block_no, last_block_hash, last_time_ms, state)
     values ($1, $2, 0, $3, 0, 0, $4, 0, 'active') on conflict (log_id) do nothing`,
    [LOG_ID, origin, EMPTY_ROOT, new Uint8Array(32)],
  );
  const head = await loadLogHead();
  if (head?.origin !== origin) {
    throw new Error(
      `The log of this database is ${head?.origin}, and VIALOG_ORIGIN says ${origin}: set it back, for a log's name never changes.`,
    );
  }
  return head;
}

/** The head as it is now; `undefined` before {@link openLog}. */
export async function loadLogHead(db: Db = pool()): Promise<LogHead | undefined> {
  const { rows } = await db.query<Row>({
    name: 'log-head',
    text: 'select * from ledger.log where log_id = $1',
    values: [LOG_ID],
  });
  return rows[0] && headOf(rows[0]);
}

/** The head with what the next block header says beside it. */
export interface LockedHead extends LogHead {
  /** The database's clock, read while the lock was asked for. */
  readonly databaseTime: Instant;
  /** SHA-256 of the last published checkpoint with all its signatures; zero where there is none. */
  readonly checkpointSha256: Hash;
  /** True where observations wait for their leaf. */
  readonly observationsWait: boolean;
}

interface LockedRow extends Row {
  readonly database_time: Date;
  readonly checkpoint_sha256: Buffer | null;
  readonly observations_wait: boolean;
}

/**
 * The head, locked until `tx` ends: whoever holds it is the sequencer. Waits two seconds at most for another to finish; a holder
 * that freezes loses it after fifteen. `undefined` before {@link openLog}.
 */
export async function lockLogHead(tx: Tx): Promise<LockedHead | undefined> {
  const [, { rows }] = await Promise.all([
    planByIndex(tx, LIMITS),
    tx.query<LockedRow>({
      name: 'lock-log-head',
      text: `select l.*, clock_timestamp() as database_time, exists (select from ledger.observation_pending) as observations_wait,
          coalesce((select sha256(p.note) from ledger.publication p where p.log_id = l.log_id and p.size = l.published_size
              order by p.published_at desc limit 1),
            (select sha256(c.note) from ledger.checkpoint c where c.log_id = l.log_id and c.size = l.published_size)) as checkpoint_sha256
        from ledger.log l where l.log_id = $1 for update of l`,
      values: [LOG_ID],
    }),
  ]);
  const [row] = rows;
  return (
    row && {
      ...headOf(row),
      databaseTime: instantOfDate(row.database_time),
      checkpointSha256: storedHash(row.checkpoint_sha256 ?? new Uint8Array(32)),
      observationsWait: row.observations_wait,
    }
  );
}

const LIMITS = {
  lock_timeout: '2s',
  statement_timeout: '15s',
  idle_in_transaction_session_timeout: '15s',
};

/** What a batch makes of the head. */
export type HeadAdvance = Pick<
  LogHead,
  'size' | 'root' | 'epoch' | 'blockNo' | 'lastBlockHash' | 'lastTimeMs'
>;

/** Moves the head on. Throws where it is no longer the one that was locked: then nothing of the batch may be kept. */
export async function advanceLogHead(tx: Tx, from: LogHead, to: HeadAdvance): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'advance-log-head',
    text: `update ledger.log set size = $4, root = $5, epoch = $6, block_no = $7, last_block_hash = $8, last_time_ms = $9
      where log_id = $1 and size = $2 and epoch = $3 and state = 'active'`,
    values: [
      LOG_ID,
      ...[from.size, from.epoch],
      ...[to.size, to.root, to.epoch, to.blockNo, to.lastBlockHash, to.lastTimeMs],
    ],
  });
  if (rowCount !== 1) throw new Error('the head of the log moved under its own lock');
}

/** Stops the log for good, until a person has looked: nothing is sequenced or signed any more. */
export async function haltLog(because: string): Promise<void> {
  await pool().query(
    `update ledger.log set state = 'halted', halted_because = $2 where log_id = $1 and state <> 'halted'`,
    [LOG_ID, because],
  );
}

/** Shows the first `size` entries to readers. Never shows fewer than before: a process that wakes late changes nothing. */
export async function publishLogSize(size: bigint, db: Db = pool()): Promise<void> {
  await db.query('update ledger.log set published_size = $2 where log_id = $1 and published_size < $2', [
    LOG_ID,
    size,
  ]);
}
