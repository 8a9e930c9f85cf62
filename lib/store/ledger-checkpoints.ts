import type { Instant } from '../kernel/instant.ts';
import type { Hash } from '../ledger/hash.ts';
import { instantOfDate } from './instant-of-date.ts';
import { storedHash } from './ledger-log.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import type { Db } from './transaction.ts';

/** A signed head. `note` is the signed note, byte for byte. */
export interface StoredCheckpoint {
  readonly size: bigint;
  readonly blockNo: bigint;
  readonly root: Hash;
  readonly note: Uint8Array;
  readonly signedAt: Instant;
}

interface Row {
  readonly size: bigint;
  readonly block_no: bigint;
  readonly root: Buffer;
  readonly note: Buffer;
  readonly signed_at: Date;
}

const checkpointOf = (row: Row): StoredCheckpoint => ({
  size: row.size,
  blockNo: row.block_no,
  root: storedHash(row.root),
  note: row.note,
  signedAt: instantOfDate(row.signed_at),
});

const COLUMNS = 'c.size, c.block_no, c.root, c.note, c.signed_at';

/**
 * Keeps a signed head, unless the log is halted or one of that size is kept already, and gives back the one that is then kept:
 * whoever signed compares it with its own, for two different signed heads of one size are proof of a log that lies.
 * `undefined` where the log is halted.
 */
export async function keepCheckpoint(
  checkpoint: Omit<StoredCheckpoint, 'signedAt'>,
): Promise<StoredCheckpoint | undefined> {
  const { size, blockNo, root, note } = checkpoint;
  await pool().query({
    name: 'keep-checkpoint',
    text: `insert into ledger.checkpoint (log_id, size, block_no, root, note)
      select log_id, $2, $3, $4, $5 from ledger.log where log_id = $1 and size >= $2 and state <> 'halted'
      on conflict (log_id, size) do nothing`,
    values: [LOG_ID, size, blockNo, root, note],
  });
  // A statement of its own, to read back what is durable, and to see what somebody else has kept at the same time.
  const { rows } = await pool().query<Row>({
    name: 'checkpoint-of-size',
    text: `select ${COLUMNS} from ledger.checkpoint c where c.log_id = $1 and c.size = $2`,
    values: [LOG_ID, size],
  });
  return rows[0] && checkpointOf(rows[0]);
}

/** The head that readers are shown, with the cosignatures it was published with. */
export interface PublishedCheckpoint extends StoredCheckpoint {
  /** The names of the witnesses that cosigned it, and when they last did; none where it has no witnesses. */
  readonly cosigners: readonly string[];
  readonly witnessedAt: Instant | undefined;
}

/** The {@link PublishedCheckpoint}; `undefined` before the first is published. */
export async function loadPublishedCheckpoint(): Promise<PublishedCheckpoint | undefined> {
  const { rows } = await pool().query<
    Row & { readonly cosigners: string[] | null; readonly published_at: Date | null }
  >({
    name: 'published-checkpoint',
    text: `select c.size, c.block_no, c.root, coalesce(p.note, c.note) as note, c.signed_at, p.cosigners, p.published_at
      from ledger.log l join ledger.checkpoint c on c.log_id = l.log_id and c.size = l.published_size
      left join lateral (select * from ledger.publication p where p.log_id = l.log_id and p.size = l.published_size
        order by p.published_at desc limit 1) p on true
      where l.log_id = $1`,
    values: [LOG_ID],
  });
  const [row] = rows;
  return (
    row && {
      ...checkpointOf(row),
      cosigners: row.cosigners ?? [],
      witnessedAt: row.published_at ? instantOfDate(row.published_at) : undefined,
    }
  );
}

/** The largest head that was signed, published or not. */
export async function loadLatestCheckpoint(db: Db = pool()): Promise<StoredCheckpoint | undefined> {
  const { rows } = await db.query<Row>({
    name: 'latest-checkpoint',
    text: `select ${COLUMNS} from ledger.checkpoint c where c.log_id = $1 order by c.size desc limit 1`,
    values: [LOG_ID],
  });
  return rows[0] && checkpointOf(rows[0]);
}

/** Published heads below `before`, the newest first, `limit` at most. */
export async function loadCheckpoints(before: bigint, limit: number): Promise<readonly StoredCheckpoint[]> {
  const { rows } = await pool().query<Row>({
    name: 'checkpoints',
    text: `select ${COLUMNS} from ledger.checkpoint c join ledger.log l on l.log_id = c.log_id and c.size <= l.published_size
      where c.log_id = $1 and c.size < $2 order by c.size desc limit $3`,
    values: [LOG_ID, before, limit],
  });
  return rows.map(checkpointOf);
}
