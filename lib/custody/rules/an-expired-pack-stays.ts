import type { PackRule } from '../custody-rule.ts';
import { isExpired } from '../is-expired.ts';
import { isOnwardMove } from '../is-onward-move.ts';

/** A pack is supplied, shipped on or exported after its expiry date. */
export const anExpiredPackStays: PackRule = {
  id: 'custody/an-expired-pack-stays',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'flag',
  check(claim, state) {
    if (!isOnwardMove(claim.act) || !isExpired(state.expiry, claim.foldedAt, claim.timeZone))
      return undefined;
    return { code: 'batch/expired', params: { expiry: state.expiry ?? '' }, severity: 4 };
  },
};
