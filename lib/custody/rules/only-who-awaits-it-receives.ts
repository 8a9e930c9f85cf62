import type { PackRule } from '../custody-rule.ts';
import { isInHand, standingOf } from '../standing.ts';

/** Receiving needs a visible delivery, or the pack itself (its sender takes it back, its holder moves it). */
export const onlyWhoAwaitsItReceives: PackRule = {
  id: 'custody/only-who-awaits-it-receives',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (claim.act !== 'receive' || state.status === 'unknown') return undefined;
    if (isInHand(standingOf(state.place, claim))) return undefined;
    return { code: 'pack/not-held', severity: 3, disputes: true };
  },
};
