import type { ProductRule } from '../custody-rule.ts';

/** ADD needs the holder of the GTIN or its agent; a sandbox organisation may speak for any product. */
export const onlyTheGtinHolderCommissions: ProductRule = {
  id: 'custody/only-the-gtin-holder-commissions',
  source: 'custody.md 5',
  on: 'product',
  effect: 'refuse',
  check(claim, gtinHolder) {
    if (claim.act !== 'commission' || claim.sandbox) return undefined;
    if (claim.speaksFor.some(({ gln }) => gln === gtinHolder)) return undefined;
    return { code: 'product/not-yours', severity: 4 };
  },
};
