import type { EventRef } from '../../custody/pack-state.ts';
import { LOG_ID } from '../log-id.ts';
import type { Db } from '../transaction.ts';

/** A tile as its row has it. */
export interface TileRow {
  readonly level: number;
  readonly idx: bigint;
  readonly root: Buffer;
  readonly data: Buffer;
}

/** The stored tiles of one level from index `from` to before `past`. */
export async function loadTileRows(
  db: Db,
  level: number,
  from: bigint,
  past: bigint,
): Promise<readonly TileRow[]> {
  const { rows } = await db.query<TileRow>({
    name: 'fsck-tiles',
    text: `select level, idx, root, data from ledger.tile where log_id = $1 and level = $2 and idx >= $3 and idx < $4 order by idx`,
    values: [LOG_ID, level, from, past],
  });
  return rows;
}

/** An entry as its row has it. */
export interface EntryRow {
  readonly seq: bigint;
  readonly event_id: EventRef;
  readonly leaf_hash: Buffer;
  readonly leaf: Buffer;
}

/** The stored entries from index `from` to before `past`. */
export async function loadEntryRows(db: Db, from: bigint, past: bigint): Promise<readonly EntryRow[]> {
  const { rows } = await db.query<EntryRow>({
    name: 'fsck-entries',
    text: `select seq, event_id, leaf_hash, leaf from ledger.entry where log_id = $1 and seq >= $2 and seq < $3 order by seq`,
    values: [LOG_ID, from, past],
  });
  return rows;
}

/** A signed head as its row has it. */
export interface CheckpointRow {
  readonly size: bigint;
  readonly block_no: bigint;
  readonly root: Buffer;
  readonly note: Buffer;
}

/** The signed heads of a size above `from` and up to `to`. */
export async function loadCheckpointRows(
  db: Db,
  from: bigint,
  to: bigint,
): Promise<readonly CheckpointRow[]> {
  const { rows } = await db.query<CheckpointRow>({
    name: 'fsck-checkpoints',
    text: 'select size, block_no, root, note from ledger.checkpoint where log_id = $1 and size > $2 and size <= $3 order by size',
    values: [LOG_ID, from, to],
  });
  return rows;
}

/** A head that was shown, with its cosignatures. `ofSize` is the signed head of its size. */
export interface PublicationRow {
  readonly size: bigint;
  readonly note: Buffer;
  readonly cosigners: readonly string[];
  readonly signed: Buffer | null;
}

/** The publications of a size above `from` and up to `to`. */
export async function loadPublicationRows(
  db: Db,
  from: bigint,
  to: bigint,
): Promise<readonly PublicationRow[]> {
  const { rows } = await db.query<PublicationRow>({
    name: 'fsck-publications',
    text: `select p.size, p.note, p.cosigners, (select c.note from ledger.checkpoint c where c.log_id = p.log_id and c.size = p.size) as signed
      from ledger.publication p where p.log_id = $1 and p.size > $2 and p.size <= $3 order by p.size, p.published_at`,
    values: [LOG_ID, from, to],
  });
  return rows;
}

/** The commitments that each leaf of observations is over. */
export async function loadMembers(
  db: Db,
  leaves: readonly EventRef[],
): Promise<ReadonlyMap<EventRef, readonly Buffer[]>> {
  const { rows } = await db.query<{ readonly leaf_event: EventRef; readonly commitments: readonly Buffer[] }>(
    {
      name: 'fsck-members',
      text: `select leaf_event, array_agg(commitment order by ord) as commitments from ledger.observation_member
      where leaf_event = any ($1::uuid[]) group by leaf_event`,
      values: [leaves],
    },
  );
  return new Map(rows.map((row) => [row.leaf_event, row.commitments]));
}

/** Which of the ids there are in a table of what leaves stand for. */
export async function loadKnown(
  db: Db,
  table: 'event' | 'statement',
  ids: readonly EventRef[],
): Promise<ReadonlySet<EventRef>> {
  const { rows } = await db.query<{ readonly id: EventRef }>({
    name: `fsck-known-${table}`,
    text: `select id from ${table} where id = any ($1::uuid[])`,
    values: [ids],
  });
  return new Set(rows.map(({ id }) => id));
}

/** What stands beyond the tree of `size` leaves, or in another log, where nothing may: the first row of each table. */
export async function loadBeyond(
  db: Db,
  size: bigint,
): Promise<readonly { readonly table: string; readonly row: string }[]> {
  const { rows } = await db.query<{ readonly table: string; readonly row: string }>({
    name: 'fsck-beyond',
    text: `(select 'ledger.entry' as table, 'seq ' || seq as row from ledger.entry where log_id = $1 and seq >= $2 order by seq limit 1)
      union all (select 'ledger.tile', 'level ' || level || ', idx ' || idx from ledger.tile
        where log_id = $1 and (idx + 1) > floor($2::numeric / (256::numeric ^ (level + 1))) order by level, idx limit 1)
      union all (select 'ledger.checkpoint', 'size ' || size from ledger.checkpoint where log_id = $1 and size > $2 order by size limit 1)
      union all (select 'ledger.publication', 'size ' || size from ledger.publication where log_id = $1 and size > $2 order by size limit 1)
      union all (select 'ledger.entry', 'log_id ' || log_id from ledger.entry where log_id <> $1 limit 1)
      union all (select 'ledger.tile', 'log_id ' || log_id from ledger.tile where log_id <> $1 limit 1)
      union all (select 'ledger.checkpoint', 'log_id ' || log_id from ledger.checkpoint where log_id <> $1 limit 1)
      union all (select 'ledger.publication', 'log_id ' || log_id from ledger.publication where log_id <> $1 limit 1)`,
    values: [LOG_ID, size],
  });
  return rows;
}
