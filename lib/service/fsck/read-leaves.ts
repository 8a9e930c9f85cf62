import { equalBytes } from '../../kernel/bytes.ts';
import type { FullTile } from '../../ledger/frontier.ts';
import { Frontier } from '../../ledger/frontier.ts';
import { HASH_BYTES, type Hash, hashAt, leafHash } from '../../ledger/hash.ts';
import { TILE_WIDTH } from '../../ledger/tile.ts';
import type { EntryRow, TileRow } from '../../store/fsck/log-pages.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';

/** An index of the log with the row that stands there, if any, and the hash that the tree goes on with. */
export interface ReadLeaf {
  readonly seq: bigint;
  readonly row: EntryRow | undefined;
  readonly hash: Hash | undefined;
}

/**
 * Weighs the entries from `from` to before `past` against their stored hashes and against the tile over them: of the three two outvote the
 * third, which is named. A tile whose hashes give its root is believed.
 */
export function readLeaves(
  rows: readonly EntryRow[],
  tiles: readonly TileRow[],
  [from, past]: readonly [bigint, bigint],
): { readonly leaves: readonly ReadLeaf[]; readonly faults: readonly FsckFault[] } {
  const known = new Map(rows.map((row) => [row.seq, row]));
  const trusted = new Map(tiles.filter(isWhole).map((tile) => [tile.idx, tile]));
  const leaves: ReadLeaf[] = [];
  const faults: FsckFault[] = [];
  for (let seq = from; seq < past; seq++) {
    const row = known.get(seq);
    const tile = trusted.get(seq / BigInt(TILE_WIDTH));
    const told = tile && hashAt(tile.data, Number(seq % BigInt(TILE_WIDTH)));
    const made = row && leafHash(row.leaf);
    leaves.push({ seq, row, hash: told ?? made });
    faults.push(...judged(seq, row, made, told));
  }
  return { leaves, faults };
}

function judged(
  seq: bigint,
  row: EntryRow | undefined,
  made: Hash | undefined,
  told: Hash | undefined,
): readonly FsckFault[] {
  const place = { table: 'ledger.entry', row: `seq ${seq}` };
  if (!row || !made) return [faultAt(place, 'entry-missing', 'seq', 'an entry of the log is gone')];
  const isKept = equalBytes(row.leaf_hash, made);
  if (!told)
    return isKept
      ? []
      : [faultAt(place, 'leaf-hash', 'leaf or leaf_hash', 'the leaf does not give its stored hash')];
  if (!equalBytes(told, made))
    return [faultAt(place, 'leaf', 'leaf', 'the leaf does not give the hash that its tile holds')];
  return isKept ? [] : [faultAt(place, 'leaf-hash', 'leaf_hash', 'is not the hash of the leaf')];
}

/** The root over a tile's hashes is the one stored beside them. */
function isWhole({ data, root }: TileRow): boolean {
  if (data.length !== TILE_WIDTH * HASH_BYTES) return false;
  const tree = new Frontier();
  tree.append(data);
  return equalBytes(tree.root(), root);
}

/** The stored tiles against those that the entries completed. */
export function tileFaults(made: readonly FullTile[], stored: readonly TileRow[]): readonly FsckFault[] {
  const rows = new Map(stored.map((row) => [`${row.level}/${row.idx}`, row]));
  return made.flatMap(({ level, index, data, root }) => {
    const place = { table: 'ledger.tile', row: `level ${level}, idx ${index}` };
    const row = rows.get(`${level}/${index}`);
    if (!row) return [faultAt(place, 'tile-missing', 'idx', 'a full tile of the log is gone')];
    return [
      ...(equalBytes(row.data, data)
        ? []
        : [faultAt(place, 'tile', 'data', 'does not hold the hashes of what is below it')]),
      ...(equalBytes(row.root, root) ? [] : [faultAt(place, 'tile', 'root', 'is not the root of the tile')]),
    ];
  });
}
