import type { Act } from '../claim.ts';
import type { PackRule } from '../custody-rule.ts';
import { standingOf } from '../standing.ts';

const IN_HAND: ReadonlySet<Act> = new Set([
  'supply',
  'ship',
  'return-ship',
  'destroy',
  'export',
  'sample',
  'free-sample',
]);

/** What the consignee does with a pack still in transit shows that it arrived. */
export const aReceiptIsInferred: PackRule = {
  id: 'custody/a-receipt-is-inferred',
  source: 'custody.md 3',
  on: 'pack',
  effect: 'flag',
  check(claim, state) {
    if (!IN_HAND.has(claim.act) || standingOf(state.place, claim).as !== 'consignee') return undefined;
    return { code: 'pack/receipt-inferred', severity: 1 };
  },
};
