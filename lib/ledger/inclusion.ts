import { equalBytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Hash, nodeHash } from './hash.ts';
import { bitLength } from './subtree.ts';

export type InclusionError =
  | { readonly code: 'inclusion/index-out-of-range' }
  | { readonly code: 'inclusion/proof-length'; readonly got: number; readonly want: number }
  | { readonly code: 'inclusion/root-mismatch' };

/**
 * Checks that the tree of `size` leaves with `root` holds `leaf` at `index` (RFC 9162 section 2.1.3.2).
 * Every argument may come from an adversary.
 * Errors: `inclusion/index-out-of-range`, `inclusion/proof-length`, `inclusion/root-mismatch`.
 */
export function verifyInclusion(
  leaf: Hash,
  index: bigint,
  size: bigint,
  proof: readonly Hash[],
  root: Hash,
): Result<void, InclusionError> {
  const reached = rootOfInclusion(leaf, index, size, proof);
  if (!reached.ok) return reached;
  return equalBytes(reached.value, root) ? ok(undefined) : err({ code: 'inclusion/root-mismatch' });
}

/** The root that an inclusion proof leads to. Errors: as {@link verifyInclusion}, but for the root's. */
export function rootOfInclusion(
  leaf: Hash,
  index: bigint,
  size: bigint,
  proof: readonly Hash[],
): Result<Hash, InclusionError> {
  if (index < 0n || index >= size) return err({ code: 'inclusion/index-out-of-range' });
  const sides = siblingSides(index, size);
  if (proof.length !== sides.length)
    return err({ code: 'inclusion/proof-length', got: proof.length, want: sides.length });

  let node = leaf;
  for (const [level, sibling] of proof.entries())
    node = sides[level] === 'left' ? nodeHash(sibling, node) : nodeHash(node, sibling);
  return ok(node);
}

/**
 * On which side each sibling on the path of leaf `index` stands, from the leaf up. `index` is below `size`.
 *
 * The path has two parts. Up to the level where the paths to `index` and to the last leaf meet, each bit of
 * `index` gives the side. Above it the node is on the right edge: there is a sibling only where the bit is 1,
 * and it is on the left.
 */
export function siblingSides(index: bigint, size: bigint): readonly ('left' | 'right')[] {
  const inner = bitLength(index ^ (size - 1n));
  const sides: ('left' | 'right')[] = [];
  for (let level = 0, rest = index; level < inner || rest !== 0n; level++, rest >>= 1n) {
    if ((rest & 1n) === 1n) sides.push('left');
    else if (level < inner) sides.push('right');
  }
  return sides;
}
