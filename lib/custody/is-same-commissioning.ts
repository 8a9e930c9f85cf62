import type { Claim } from './claim.ts';
import type { PackState } from './pack-state.ts';

/** Does a commissioning say of the pack what the one that took effect says: who, when, where, lot and expiry? */
export const isSameCommissioning = (claim: Claim, { commissioned, lot, expiry }: PackState): boolean =>
  claim.reporter === commissioned?.by &&
  claim.claimedAt === commissioned.at &&
  claim.location === commissioned.location &&
  claim.lot === lot &&
  claim.expiry === expiry;
