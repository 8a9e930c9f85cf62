import { compareBytes, equalBytes } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { err, type Result } from '../kernel/result.ts';
import type { Hash } from '../ledger/hash.ts';
import { commit, isOpening, type Opening } from './commitment.ts';
import {
  type Membership,
  type MembershipError,
  membershipOf,
  rootOf,
  verifyMembership,
} from './membership.ts';

const DOMAIN = 'dpl-observation/v1';

/** Every observation is committed to whole, under one name. */
const NAME = 'observation';

export type ObservationError = MembershipError | { readonly code: 'observation/malformed' };

/**
 * Commits to an observation as fields are committed to:
 * SHA-256("dpl-observation/v1" || 0x00 || salt || 0x0B || "observation" || JCS(value)).
 * `salt` is 32 random bytes of its own and `value` has no lone surrogates (RFC 8785); anything else throws.
 */
export const commitObservation = (salt: Uint8Array, value: Json): Hash =>
  commit(DOMAIN, { name: NAME, value, salt });

/** The RFC 6962 root over the commitments of a block's observations, sorted, so that it does not depend on their order. */
export const observationsRoot = (commitments: readonly Hash[]): Hash =>
  rootOf(commitments.toSorted(compareBytes));

/** Where a commitment stands under its block's {@link observationsRoot}; `undefined` where it is not in it. */
export function observationMembership(
  commitments: readonly Hash[],
  commitment: Hash,
): Membership | undefined {
  const sorted = commitments.toSorted(compareBytes);
  const index = sorted.findIndex((other) => equalBytes(other, commitment));
  return index === -1 ? undefined : membershipOf(sorted, index);
}

/**
 * Checks that an observations leaf with this root commits to the observation. Everything may come from an adversary.
 * Errors: `observation/malformed`, `membership/not-in-the-root`.
 */
export function verifyObservation(
  { value, salt }: Omit<Opening, 'name'>,
  membership: Membership,
  root: Hash,
): Result<void, ObservationError> {
  const opening = { name: NAME, value, salt };
  if (!isOpening(opening)) return err({ code: 'observation/malformed' });
  return verifyMembership(commit(DOMAIN, opening), membership, root);
}
