import type { Claim } from './claim.ts';
import type { Statement } from './statement.ts';

/** What a statement says of every pack, without the list of what it names. */
export function claimOf({
  packs: _packs,
  containers: _containers,
  lots: _lots,
  others: _others,
  ...claim
}: Statement): Claim {
  return claim;
}
