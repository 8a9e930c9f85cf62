import { equalBytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts';
import { rootOfInclusion, siblingSides } from './inclusion.ts';
import { bitLength } from './subtree.ts';

export type ConsistencyError =
  | { readonly code: 'consistency/sizes' }
  | { readonly code: 'consistency/proof-length' }
  | { readonly code: 'consistency/old-root-mismatch' }
  | { readonly code: 'consistency/new-root-mismatch' };

/** What a checkpoint says of a tree. */
export interface TreeHead {
  readonly size: bigint;
  readonly root: Hash;
}

/**
 * Checks that the tree `head` begins with the leaves of the tree `old`, none changed, removed or moved
 * (RFC 9162 section 2.1.4.2). Every argument may come from an adversary.
 *
 * From an empty tree the proof is empty and the old root that of the empty tree.
 * Errors: `consistency/sizes` (shrunk or negative), `consistency/proof-length`, `consistency/old-root-mismatch`,
 * `consistency/new-root-mismatch`.
 */
export function verifyConsistency(
  old: TreeHead,
  head: TreeHead,
  proof: readonly Hash[],
): Result<void, ConsistencyError> {
  if (old.size < 0n || old.size > head.size) return err({ code: 'consistency/sizes' });
  if (old.size === 0n || old.size === head.size) return verifyWithoutProof(old, head, proof);

  const roots = rootsOf(old, head.size, proof);
  if (!roots) return err({ code: 'consistency/proof-length' });
  if (!equalBytes(roots.old, old.root)) return err({ code: 'consistency/old-root-mismatch' });
  if (!equalBytes(roots.head, head.root)) return err({ code: 'consistency/new-root-mismatch' });
  return ok(undefined);
}

function verifyWithoutProof(
  old: TreeHead,
  head: TreeHead,
  proof: readonly Hash[],
): Result<void, ConsistencyError> {
  if (proof.length !== 0) return err({ code: 'consistency/proof-length' });
  if (old.size === 0n && !equalBytes(old.root, EMPTY_ROOT))
    return err({ code: 'consistency/old-root-mismatch' });
  if (old.size === head.size && !equalBytes(old.root, head.root))
    return err({ code: 'consistency/new-root-mismatch' });
  return ok(undefined);
}

/**
 * Both roots, built from the same hashes (RFC 9162 section 2.1.4.2, steps 2 to 6). The proof is the path of the old
 * tree's last perfect node: with all siblings it leads to the new root, with those on the left, which are older,
 * to the old one. `undefined` where the proof has hashes too many or too few.
 */
function rootsOf(
  old: TreeHead,
  size: bigint,
  proof: readonly Hash[],
): { readonly old: Hash; readonly head: Hash } | undefined {
  const level = trailingZeros(old.size);
  const index = (old.size - 1n) >> level;
  const width = ((size - 1n) >> level) + 1n;
  // Where the old size is a power of two that node is the old root, and is not sent.
  const [node, ...path] = index === 0n ? [old.root, ...proof] : proof;
  const head = node ? rootOfInclusion(node, index, width, path) : undefined;
  if (!node || !head?.ok) return undefined;

  const sides = siblingSides(index, width);
  const older = path.filter((_, at) => sides[at] === 'left');
  return { old: older.reduce((right, left) => nodeHash(left, right), node), head: head.value };
}

/** How many of the lowest binary digits of `value`, which is not 0, are 0. */
const trailingZeros = (value: bigint): bigint => BigInt(bitLength(value & -value) - 1);
