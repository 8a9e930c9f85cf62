import type { PackRule } from '../custody-rule.ts';
import { isWithdrawnIn } from '../is-withdrawn-in.ts';

/** A pack is supplied in a market that its product is withdrawn from. */
export const aWithdrawnProductStays: PackRule = {
  id: 'custody/a-withdrawn-product-stays',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'flag',
  check(claim, _state, { product }) {
    if (claim.act !== 'supply' || !isWithdrawnIn(product, claim, claim.foldedAt)) return undefined;
    return { code: 'product/withdrawn', params: { country: claim.country }, severity: 4 };
  },
};
