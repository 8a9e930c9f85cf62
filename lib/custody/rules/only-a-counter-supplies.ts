import type { PackRule } from '../custody-rule.ts';
import { isCounter } from '../is-counter.ts';

/** A supply is said by a pharmacy, a hospital or a clinic. */
export const onlyACounterSupplies: PackRule = {
  id: 'custody/only-a-counter-supplies',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim) {
    if (claim.act !== 'supply' || isCounter(claim)) return undefined;
    return { code: 'pack/not-entitled', severity: 4 };
  },
};
