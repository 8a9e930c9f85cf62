import { err, ok, type Result } from '../kernel/result.ts';
import { type Hash, leafHash } from '../ledger/hash.ts';
import { verifyInclusion } from '../ledger/inclusion.ts';
import { inclusionProof, treeRoot } from '../ledger/merkle-tree.ts';

/** Where a committed value stands in its small tree. It opens this value and says nothing of the others. */
export interface Membership {
  readonly index: bigint;
  readonly size: bigint;
  /** Siblings from the leaf up. */
  readonly proof: readonly Hash[];
}

export type MembershipError = { readonly code: 'membership/not-in-the-root' };

/** The RFC 6962 root over values in the order given. */
export const rootOf = (values: readonly Uint8Array[]): Hash => treeRoot(values.map(leafHash));

/** Where the `index`-th of these values stands under their {@link rootOf}. */
export const membershipOf = (values: readonly Uint8Array[], index: number): Membership => ({
  index: BigInt(index),
  size: BigInt(values.length),
  proof: inclusionProof(values.map(leafHash), index),
});

/** Checks that `root` commits to `value` at that place. Errors: `membership/not-in-the-root`. */
export function verifyMembership(
  value: Uint8Array,
  { index, size, proof }: Membership,
  root: Hash,
): Result<void, MembershipError> {
  return verifyInclusion(leafHash(value), index, size, proof, root).ok
    ? ok(undefined)
    : err({ code: 'membership/not-in-the-root' });
}
