import type { FullTile } from '../ledger/frontier.ts';
import { TILE_WIDTH, type Tile, tileLevels } from '../ledger/tile.ts';
import type { ReadTiles } from '../ledger/tile-reader.ts';
import { storedHash } from './ledger-log.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import type { Db, Tx } from './transaction.ts';

/** Keeps full tiles, which never change again. The head must be locked in `tx`. */
export async function insertTiles(tx: Tx, tiles: readonly FullTile[]): Promise<void> {
  if (tiles.length === 0) return;
  await tx.query({
    name: 'insert-tiles',
    text: `insert into ledger.tile (log_id, level, idx, root, data)
      select $1, k.level, k.idx, k.root, k.data from unnest($2::smallint[], $3::bigint[], $4::bytea[], $5::bytea[]) as k (level, idx, root, data)`,
    values: [
      LOG_ID,
      tiles.map((tile) => tile.level),
      tiles.map((tile) => tile.index),
      tiles.map((tile) => Buffer.from(tile.root)),
      tiles.map((tile) => Buffer.from(tile.data)),
    ],
  });
}

const LEAF_HASHES = {
  name: 'tile-of-leaves',
  text: `select string_agg(leaf_hash, ''::bytea order by seq) as hashes from ledger.entry where log_id = $1 and seq >= $2 and seq < $3`,
};

const TILE_ROOTS = {
  name: 'tile-of-roots',
  text: `select string_agg(root, ''::bytea order by idx) as hashes from ledger.tile
    where log_id = $1 and level = $4 and idx >= $2 and idx < $3`,
};

const FULL_TILE = {
  name: 'full-tile',
  text: 'select data as hashes from ledger.tile where log_id = $1 and level = $2 and idx = $3',
};

/** The hashes of a tile, one after the other. A partial one is derived from the level below, so that every size stays servable. */
async function readTile({ level, index, width }: Tile, db: Db): Promise<Uint8Array | undefined> {
  const first = index * BigInt(TILE_WIDTH);
  const past = first + BigInt(width);
  const query =
    width === TILE_WIDTH
      ? { ...FULL_TILE, values: [LOG_ID, level, index] }
      : level === 0
        ? { ...LEAF_HASHES, values: [LOG_ID, first, past] }
        : { ...TILE_ROOTS, values: [LOG_ID, first, past, level - 1] };
  const { rows } = await db.query<{ readonly hashes: Buffer | null }>(query);
  const hashes = rows[0]?.hashes ?? undefined;
  return hashes?.length === width * 32 ? hashes : undefined;
}

/**
 * Reads tiles from the database, in the order asked for; `undefined` for one that is not there. Knows nothing of what is published:
 * whoever serves tiles compares them with the published size first.
 */
export const readStoredTiles: ReadTiles = (tiles) => Promise.all(tiles.map((tile) => readTile(tile, pool())));

/**
 * The unfinished tile of every level of the tree of `size` leaves, as `Frontier.restore` takes them; `undefined` where the tables
 * lack any of it.
 */
export async function loadFrontierTails(
  size: bigint,
  db: Db = pool(),
): Promise<readonly Uint8Array[] | undefined> {
  const tails = await Promise.all(
    tileLevels(size).map(({ level, full, partial }) =>
      partial === 0 ? new Uint8Array(0) : readTile({ level, index: full, width: partial }, db),
    ),
  );
  return tails.every((tail) => tail !== undefined) ? tails : undefined;
}

/** The full tiles that the tree of `size` leaves has and that of `before` leaves has not. */
export async function loadTilesSince(before: bigint, size: bigint): Promise<readonly FullTile[]> {
  const levels = tileLevels(size);
  const { rows } = await pool().query<{
    readonly level: number;
    readonly idx: bigint;
    readonly root: Buffer;
    readonly data: Buffer;
  }>({
    name: 'tiles-since',
    text: `select t.level, t.idx, t.root, t.data from unnest($2::smallint[], $3::bigint[], $4::bigint[]) as k (level, first, past)
      join ledger.tile t on t.log_id = $1 and t.level = k.level and t.idx >= k.first and t.idx < k.past order by t.level, t.idx`,
    values: [
      LOG_ID,
      levels.map(({ level }) => level),
      levels.map(({ level }) => before >> BigInt(8 * (level + 1))),
      levels.map(({ full }) => full),
    ],
  });
  return rows.map((row) => ({
    level: row.level,
    index: row.idx,
    root: storedHash(row.root),
    data: row.data,
  }));
}
