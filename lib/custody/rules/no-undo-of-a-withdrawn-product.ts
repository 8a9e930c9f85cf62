import type { CorrectionRule } from '../custody-rule.ts';
import { isUndoneInTime } from '../final-acts.ts';
import { isWithdrawnIn } from '../is-withdrawn-in.ts';

/** A final deed on a pack of a product withdrawn from the market of the place is not undone. */
export const noUndoOfAWithdrawnProduct: CorrectionRule = {
  id: 'custody/no-undo-of-a-withdrawn-product',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original }, { product }) {
    if (!original || !isUndoneInTime(original.claim.act)) return undefined;
    if (!isWithdrawnIn(product, claim, claim.recordedAt)) return undefined;
    return { code: 'product/withdrawn', params: { country: claim.country }, severity: 3 };
  },
};
