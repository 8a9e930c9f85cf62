import { err, ok, type Result } from '../kernel/result.ts';
import { EMPTY_ROOT, HASH_BYTES, type Hash, hashAt, nodeHash } from './hash.ts';
import { foldPeaks } from './subtree.ts';
import { FULL_TILE_BYTES, TILE_WIDTH } from './tile.ts';

/** A tile that will never change again, with the root over it, which is an entry of the level above. */
export interface FullTile {
  readonly level: number;
  readonly index: bigint;
  readonly data: Uint8Array;
  readonly root: Hash;
}

export type FrontierError = { readonly code: 'frontier/tail-length'; readonly level: number };

/** The unfinished tile of one level. */
interface Tail {
  /** Which tile of its level this is. */
  index: bigint;
  /** Hashes in it so far, and room for the others. Handed out and replaced when full. */
  data: Uint8Array;
  width: number;
  /** The perfect nodes over `data`, largest first, so that no node is ever hashed twice. */
  peaks: Hash[];
}

/**
 * The right edge of a growing tree: at most 255 hashes per tile level, enough to append for ever and to know the
 * root at any time. It costs one node hash per leaf, and a few per {@link Frontier.root}.
 */
export class Frontier {
  readonly #tails: Tail[] = [];

  /**
   * A frontier that continues a stored tree. `tails[level]` holds the hashes of that level's unfinished tile, one
   * after the other: leaf hashes on level 0, roots of full tiles above. Empty where there is none.
   * Errors: `frontier/tail-length` where a tail is not a whole number of hashes below 256.
   */
  static restore(tails: readonly Uint8Array[]): Result<Frontier, FrontierError> {
    const bad = tails.findIndex((tail) => tail.length % HASH_BYTES !== 0 || tail.length >= FULL_TILE_BYTES);
    if (bad !== -1) return err({ code: 'frontier/tail-length', level: bad });

    const frontier = new Frontier();
    // From the top, so that each level knows how many tiles lie before its unfinished one.
    let entries = 0n;
    for (let level = tails.length - 1; level >= 0; level--) {
      const hashes = tails[level] ?? new Uint8Array(0);
      const tail = emptyTail(entries);
      for (let at = 0; at * HASH_BYTES < hashes.length; at++) addTo(tail, hashAt(hashes, at));
      frontier.#tails[level] = tail;
      entries = entriesOf(tail);
    }
    return ok(frontier);
  }

  /** How many leaves the tree has. */
  get size(): bigint {
    const [leaves] = this.#tails;
    return leaves ? entriesOf(leaves) : 0n;
  }

  /** Appends leaf hashes written one after the other, and gives back the tiles they completed, in order of completion. */
  append(leafHashes: Uint8Array): readonly FullTile[] {
    if (leafHashes.length % HASH_BYTES !== 0)
      throw new Error(`${leafHashes.length} bytes are no list of hashes`);
    const completed: FullTile[] = [];
    for (let at = 0; at * HASH_BYTES < leafHashes.length; at++)
      this.#add(0, hashAt(leafHashes, at), completed);
    return completed;
  }

  /** The root of the tree as it is now (RFC 6962 section 2.1). */
  root(): Hash {
    const peaks = this.peaks();
    return peaks.length === 0 ? EMPTY_ROOT : foldPeaks(peaks);
  }

  /** The perfect nodes that make up the tree, largest first. */
  peaks(): readonly Hash[] {
    return this.#tails.toReversed().flatMap((tail) => tail.peaks);
  }

  /** The hashes of each level's unfinished tile: what {@link Frontier.restore} takes. */
  tails(): readonly Uint8Array[] {
    return this.#tails.map((tail) => tail.data.slice(0, tail.width * HASH_BYTES));
  }

  /** A frontier of its own with the same leaves, to try a batch on that may yet be rolled back. */
  clone(): Frontier {
    const copy = new Frontier();
    for (const tail of this.#tails)
      copy.#tails.push({ ...tail, data: Uint8Array.from(tail.data), peaks: [...tail.peaks] });
    return copy;
  }

  #add(level: number, hash: Hash, completed: FullTile[]): void {
    const tail = this.#tails[level] ?? emptyTail(0n);
    this.#tails[level] = tail;
    addTo(tail, hash);
    const [root] = tail.peaks;
    if (tail.width < TILE_WIDTH || !root) return;

    completed.push({ level, index: tail.index, data: tail.data, root });
    this.#tails[level] = emptyTail(tail.index + 1n);
    this.#add(level + 1, root, completed);
  }
}

const emptyTail = (index: bigint): Tail => ({
  index,
  data: new Uint8Array(FULL_TILE_BYTES),
  width: 0,
  peaks: [],
});

const entriesOf = (tail: Tail): bigint => tail.index * BigInt(TILE_WIDTH) + BigInt(tail.width);

/** Adds a hash to an unfinished tile, joining nodes as a binary counter carries its ones. */
function addTo(tail: Tail, hash: Hash): void {
  tail.data.set(hash, tail.width * HASH_BYTES);
  let node = hashAt(tail.data, tail.width);
  for (let ones = tail.width; (ones & 1) === 1; ones >>= 1) {
    const left = tail.peaks.pop();
    if (left) node = nodeHash(left, node);
  }
  tail.peaks.push(node);
  tail.width++;
}
