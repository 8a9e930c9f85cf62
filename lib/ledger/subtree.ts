import { type Hash, nodeHash } from './hash.ts';

/** The leaves `start` (included) to `end` (not included) of a tree. */
export interface Subtree {
  readonly start: bigint;
  readonly end: bigint;
}

/** A node over a full power of two of leaves: the `index`-th of its `level`, which spans `2^level` leaves. */
export interface PerfectNode {
  readonly level: number;
  readonly index: bigint;
}

/** Binary digits needed to write `value`; 0 for 0. */
export const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);

/** RFC 6962 section 2.1: the largest power of two smaller than `count`, which is above 1. */
const splitOf = (count: bigint): bigint => 1n << BigInt(bitLength(count - 1n) - 1);

/**
 * Which subtrees' hashes prove that leaf `index` is in the tree of `size` leaves: the siblings on its path,
 * from the leaf up (RFC 6962 section 2.1.1). `index` is below `size`.
 */
export function inclusionSubtrees(index: bigint, size: bigint): readonly Subtree[] {
  const fromRoot: Subtree[] = [];
  let [start, end] = [0n, size];
  while (end - start > 1n) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      fromRoot.push({ start: middle, end });
      end = middle;
    } else {
      fromRoot.push({ start, end: middle });
      start = middle;
    }
  }
  return fromRoot.reverse();
}

/**
 * Which subtrees' hashes prove that the tree of `oldSize` leaves is the beginning of the tree of `size` leaves
 * (RFC 6962 section 2.1.2). `oldSize` is at most `size`; none are needed from an empty tree or to the same size.
 */
export function consistencySubtrees(oldSize: bigint, size: bigint): readonly Subtree[] {
  if (oldSize === 0n) return [];
  const fromRoot: Subtree[] = [];
  let [start, end] = [0n, size];
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      fromRoot.push({ start: middle, end });
      end = middle;
    } else {
      fromRoot.push({ start, end: middle });
      start = middle;
    }
  }
  // A subtree that begins at 0 is the whole old tree, whose root the verifier has.
  if (start !== 0n) fromRoot.push({ start, end });
  return fromRoot.reverse();
}

/**
 * The perfect nodes that make up a subtree, largest first. `start` must be a multiple of the subtree's largest
 * node, which holds for every subtree of an RFC 6962 tree.
 */
export function perfectNodes({ start, end }: Subtree): readonly PerfectNode[] {
  const nodes: PerfectNode[] = [];
  let at = start;
  for (let level = bitLength(end - start) - 1; level >= 0; level--) {
    const span = 1n << BigInt(level);
    if (((end - start) & span) === 0n) continue;
    nodes.push({ level, index: at >> BigInt(level) });
    at += span;
  }
  return nodes;
}

/** The hash of a subtree from those of its {@link perfectNodes}, largest first; at least one. */
export function foldPeaks(peaks: readonly Hash[]): Hash {
  return peaks.reduceRight((right, left) => nodeHash(left, right));
}
