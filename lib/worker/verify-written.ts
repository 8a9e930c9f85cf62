import { equalBytes } from '../kernel/bytes.ts';
import type { FullTile } from '../ledger/frontier.ts';
import type { Hash } from '../ledger/hash.ts';
import { loadEntries, type StoredEntry } from '../store/ledger-entries.ts';
import { loadTilesSince } from '../store/ledger-tiles.ts';
import { LedgerDamage } from './ledger-damage.ts';
import { type SecondTree, secondTileRoot } from './second-tree.ts';

/** Entries read at once: some hundred kilobytes. */
const CHUNK = 2048n;

/**
 * Reads back the entries and tiles written behind `tree`, up to `size` entries, and grows `tree` with them. Throws
 * {@link LedgerDamage} where an entry does not give its stored hash, where a tile is not that of its entries, or any is missing.
 */
export async function verifyWritten(tree: SecondTree, size: bigint): Promise<void> {
  while (tree.size < size) {
    const from = tree.size;
    const past = size - from < CHUNK ? size : from + CHUNK;
    const [entries, tiles] = await Promise.all([loadEntries(from, past), loadTilesSince(from, past)]);
    const roots = appendAll(tree, entries);
    if (tree.size !== past) throw new LedgerDamage(`Entry ${tree.size} of the log is missing.`);
    for (const tile of tiles) judgeTile(tile, roots.get(keyOf(tile)));
    if (tiles.length !== roots.size)
      throw new LedgerDamage(`A tile over the entries before ${past} is missing.`);
  }
}

/** Grows `tree` with the entries; gives back the roots of the tiles they complete. */
function appendAll(tree: SecondTree, entries: readonly StoredEntry[]): ReadonlyMap<string, Hash> {
  const roots = new Map<string, Hash>();
  for (const { seq, leaf, leafHash } of entries) {
    if (seq !== tree.size) throw new LedgerDamage(`Entry ${tree.size} of the log is missing.`);
    const appended = tree.append(leaf);
    if (!equalBytes(appended.leaf, leafHash))
      throw new LedgerDamage(`Entry ${seq} of the log does not give the hash it was sequenced with.`);
    for (const [level, root] of appended.tiles.entries())
      roots.set(keyOf({ level, index: (tree.size >> BigInt(8 * (level + 1))) - 1n }), root);
  }
  return roots;
}

function judgeTile({ level, index, root, data }: FullTile, want: Hash | undefined): void {
  if (!want || !equalBytes(want, root) || !equalBytes(want, secondTileRoot(data)))
    throw new LedgerDamage(`Tile ${index} of level ${level} is not that of its entries.`);
}

const keyOf = ({ level, index }: Pick<FullTile, 'level' | 'index'>): string => `${level}/${index}`;
