import type { PackRule } from '../custody-rule.ts';
import { isOnwardMove } from '../is-onward-move.ts';
import { recallIn } from '../recall-in.ts';

/** A recalled pack is supplied, shipped on or exported; its return and destruction are in order. */
export const aRecalledBatchStays: PackRule = {
  id: 'custody/a-recalled-batch-stays',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'flag',
  check(claim, _state, { batch }) {
    const recall = isOnwardMove(claim.act) ? recallIn(batch, claim.country) : undefined;
    if (!recall) return undefined;
    return { code: 'batch/recalled', severity: recall.recallClass === 'I' ? 5 : 4 };
  },
};
