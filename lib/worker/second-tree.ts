import { sha256 } from '../kernel/sha256-noble.ts';
import { HASH_BYTES, type Hash, hashAt, parseHash } from '../ledger/hash.ts';

/**
 * The tree once more, grown with another implementation of SHA-256 than the one that wrote it, so that neither a mistake of the one
 * nor a bit that flipped in memory or on the way to the disk is ever signed. RFC 6962 section 2.1.
 */
export class SecondTree {
  #size: bigint;
  /** The perfect nodes that make up the tree, largest first. */
  readonly #peaks: Hash[];

  /** The tree of `size` leaves that consists of these perfect nodes, largest first. */
  constructor(size: bigint, peaks: readonly Hash[]) {
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): bigint {
    return this.#size;
  }

  /** Appends an entry; gives back its leaf hash, and the roots of the tiles it completed, from level 0 up. */
  append(entry: Uint8Array): { readonly leaf: Hash; readonly tiles: readonly Hash[] } {
    const leaf = hashWith(LEAF, entry);
    const tiles: Hash[] = [];
    let node = leaf;
    for (let level = 1, ones = this.#size; (ones & 1n) === 1n; level++, ones >>= 1n) {
      const left = this.#peaks.pop();
      if (left) node = hashWith(NODE, left, node);
      if (level % TILE_HEIGHT === 0) tiles.push(node);
    }
    this.#peaks.push(node);
    this.#size += 1n;
    return { leaf, tiles };
  }

  /** The root of the tree as it is now. */
  root(): Hash {
    const [last, ...others] = this.#peaks.toReversed();
    return others.reduce((right, left) => hashWith(NODE, left, right), last ?? secondHash(new Uint8Array(0)));
  }
}

/** The root over a full tile's hashes, with the other SHA-256. */
export function secondTileRoot(tile: Uint8Array): Hash {
  let layer = Array.from({ length: tile.length / HASH_BYTES }, (_, at) => hashAt(tile, at));
  while (layer.length > 1) {
    const below = layer;
    layer = Array.from({ length: below.length / 2 }, (_, at) =>
      hashWith(NODE, ...below.slice(2 * at, 2 * at + 2)),
    );
  }
  const [root] = layer;
  if (!root) throw new Error('a tile is not empty');
  return root;
}

const LEAF = 0x00;
const NODE = 0x01;
const TILE_HEIGHT = 8;

function hashWith(prefix: number, ...parts: readonly Uint8Array[]): Hash {
  const block = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1));
  block[0] = prefix;
  let at = 1;
  for (const part of parts) {
    block.set(part, at);
    at += part.length;
  }
  return secondHash(block);
}

function secondHash(data: Uint8Array): Hash {
  const hash = parseHash(sha256(data));
  if (!hash) throw new Error('SHA-256 has 32 bytes');
  return hash;
}
