import type { PackRule } from '../custody-rule.ts';
import { isOnwardMove } from '../is-onward-move.ts';
import { lockIn } from '../reach.ts';

/** A pack is supplied, shipped on or exported while a lock binds the place. */
export const aLockedPackStays: PackRule = {
  id: 'custody/a-locked-pack-stays',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'flag',
  check(claim, state) {
    if (!isOnwardMove(claim.act) || !lockIn(state, claim.country)) return undefined;
    return { code: 'pack/locked', severity: 4 };
  },
};
