import { err, ok, type Result } from '../kernel/result.ts';
import { HASH_BYTES, type Hash, hashAt, nodeHash } from './hash.ts';
import { type InclusionError, rootOfInclusion } from './inclusion.ts';
import {
  consistencySubtrees,
  foldPeaks,
  inclusionSubtrees,
  type PerfectNode,
  perfectNodes,
} from './subtree.ts';
import { FULL_TILE_BYTES, TILE_WIDTH, type Tile, tileWidth } from './tile.ts';

/**
 * Fetches tiles, in the order asked for; `undefined` for one that is not there. A wider tile may be given in place
 * of a partial one: it begins with the same hashes.
 */
export type ReadTiles = (tiles: readonly Tile[]) => Promise<readonly (Uint8Array | undefined)[]>;

export type TileError =
  | { readonly code: 'tile/missing'; readonly tile: Tile }
  | { readonly code: 'tile/length'; readonly tile: Tile; readonly got: number };

/** A proof built from tiles: the hash at the index, its siblings from the leaf up, and the root they lead to. */
export interface TileInclusion {
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/**
 * Proves that leaf `index` is in the tree of `size` leaves, from tiles alone, read in one call.
 * The path needs one tile per level (four at 10^9 leaves). The right edge, the same for every index, may need one
 * more per level: give `peaks`, from {@link readPeaks} or a frontier of that size, and it is not read again.
 *
 * Tiles may come from an adversary: the caller compares `root` with that of a signed checkpoint.
 * Errors: `inclusion/index-out-of-range`, `tile/missing`, `tile/length`.
 */
export async function proveInclusion(
  index: bigint,
  size: bigint,
  readTiles: ReadTiles,
  peaks: readonly Hash[] = [],
): Promise<Result<TileInclusion, TileError | InclusionError>> {
  if (index < 0n || index >= size) return err({ code: 'inclusion/index-out-of-range' });
  const known = new Map(
    perfectNodes({ start: 0n, end: size }).flatMap((node, at): [string, Hash][] => {
      const peak = peaks[at];
      return peak ? [[keyOf(node), peak]] : [];
    }),
  );
  const siblings = inclusionSubtrees(index, size).map(perfectNodes);
  const hashes = await readSubtrees([[{ level: 0, index }], ...siblings], size, readTiles, known);
  if (!hashes.ok) return hashes;
  const [leaf, ...proof] = hashes.value;
  if (!leaf) throw new Error('a subtree without a hash');
  const root = rootOfInclusion(leaf, index, size, proof);
  return root.ok ? ok({ leaf, proof, root: root.value }) : root;
}

/**
 * Proves that the tree of `size` leaves begins with that of `oldSize`, from tiles alone, read in one call.
 * Tiles may come from an adversary: `verifyConsistency` with both signed roots decides.
 * Errors: `consistency/sizes`, `tile/missing`, `tile/length`.
 */
export async function proveConsistency(
  oldSize: bigint,
  size: bigint,
  readTiles: ReadTiles,
): Promise<Result<readonly Hash[], TileError | { readonly code: 'consistency/sizes' }>> {
  if (oldSize < 0n || oldSize > size) return err({ code: 'consistency/sizes' });
  return readSubtrees(consistencySubtrees(oldSize, size).map(perfectNodes), size, readTiles, new Map());
}

/**
 * The perfect nodes that make up the tree of `size` leaves, largest first. Folded they give its root.
 * Errors: `tile/missing`, `tile/length`.
 */
export function readPeaks(size: bigint, readTiles: ReadTiles): Promise<Result<readonly Hash[], TileError>> {
  const peaks = perfectNodes({ start: 0n, end: size }).map((node) => [node]);
  return readSubtrees(peaks, size, readTiles, new Map());
}

/** The hash of each subtree, given as its perfect nodes, reading every tile once. */
async function readSubtrees(
  subtrees: readonly (readonly PerfectNode[])[],
  size: bigint,
  readTiles: ReadTiles,
  known: ReadonlyMap<string, Hash>,
): Promise<Result<readonly Hash[], TileError>> {
  const unknown = subtrees.flat().filter((node) => !known.has(keyOf(node)));
  const tiles = new Map<string, Tile>();
  for (const node of unknown) {
    const tile = tileOf(node, size);
    tiles.set(keyOf(tile), tile);
  }
  const contents = await readAll([...tiles.values()], readTiles);
  if (!contents.ok) return contents;
  return ok(
    subtrees.map((nodes) =>
      foldPeaks(nodes.map((node) => known.get(keyOf(node)) ?? hashOf(node, contents.value, size))),
    ),
  );
}

async function readAll(
  tiles: readonly Tile[],
  readTiles: ReadTiles,
): Promise<Result<ReadonlyMap<string, Uint8Array>, TileError>> {
  const read = tiles.length === 0 ? [] : await readTiles(tiles);
  const contents = new Map<string, Uint8Array>();
  for (const [at, tile] of tiles.entries()) {
    const bytes = read[at];
    if (!bytes) return err({ code: 'tile/missing', tile });
    const fits = bytes.length >= tile.width * HASH_BYTES && bytes.length <= FULL_TILE_BYTES;
    if (!fits || bytes.length % HASH_BYTES !== 0)
      return err({ code: 'tile/length', tile, got: bytes.length });
    contents.set(keyOf(tile), bytes);
  }
  return ok(contents);
}

/** Nodes and tiles of a tree are told apart by level and index. */
const keyOf = ({ level, index }: { readonly level: number; readonly index: bigint }): string =>
  `${level}/${index}`;

/** The first entry under a node, counted on the tile level at or below it, and how many follow from it. */
function entriesUnder({ level, index }: PerfectNode): { readonly first: bigint; readonly count: number } {
  const height = level % 8;
  return { first: index << BigInt(height), count: 2 ** height };
}

function tileOf(node: PerfectNode, size: bigint): Tile {
  const level = Math.floor(node.level / 8);
  const index = entriesUnder(node).first / BigInt(TILE_WIDTH);
  return { level, index, width: tileWidth(level, index, size) };
}

function hashOf(node: PerfectNode, contents: ReadonlyMap<string, Uint8Array>, size: bigint): Hash {
  const tile = contents.get(keyOf(tileOf(node, size)));
  if (!tile) throw new Error(`the tile of node ${keyOf(node)} was not read`);
  const { first, count } = entriesUnder(node);
  return perfectRoot(tile, Number(first % BigInt(TILE_WIDTH)), count);
}

/** The root over `count` hashes of a tile, a power of two of them. */
function perfectRoot(tile: Uint8Array, first: number, count: number): Hash {
  if (count === 1) return hashAt(tile, first);
  const half = count / 2;
  return nodeHash(perfectRoot(tile, first, half), perfectRoot(tile, first + half, half));
}
