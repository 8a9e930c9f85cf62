import { EMPTY_ROOT, type Hash, nodeHash } from './hash.ts';
import { inclusionSubtrees } from './subtree.ts';

/** The root over a list of leaf hashes (RFC 6962 section 2.1). */
export function treeRoot(leaves: readonly Hash[]): Hash {
  let layer = leaves;
  while (layer.length > 1) layer = parentsOf(layer);
  return layer[0] ?? EMPTY_ROOT;
}

/** Hashes pairs. One left over moves up as it is: it is the right edge, which has no sibling on this level. */
function parentsOf(layer: readonly Hash[]): readonly Hash[] {
  const parents: Hash[] = [];
  for (let at = 0; at < layer.length; at += 2) {
    const [left, right] = [layer[at], layer[at + 1]];
    if (left) parents.push(right ? nodeHash(left, right) : left);
  }
  return parents;
}

/** The inclusion proof of leaf `index` in the tree over `leaves`, from the leaf up (RFC 6962 section 2.1.1). */
export function inclusionProof(leaves: readonly Hash[], index: number): readonly Hash[] {
  if (index < 0 || index >= leaves.length) throw new Error(`no leaf ${index} of ${leaves.length}`);
  return inclusionSubtrees(BigInt(index), BigInt(leaves.length)).map(({ start, end }) =>
    treeRoot(leaves.slice(Number(start), Number(end))),
  );
}
