import type { PackRule } from '../custody-rule.ts';
import { isInHand, standingOf } from '../standing.ts';

/** Shipping needs the current holder, its agent, or a visible delivery to either. */
export const onlyTheHolderShips: PackRule = {
  id: 'custody/only-the-holder-ships',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (claim.act !== 'ship' && claim.act !== 'return-ship') return undefined;
    if (state.status === 'unknown' || isInHand(standingOf(state.place, claim))) return undefined;
    return { code: 'pack/not-held', severity: 4, disputes: true };
  },
};
