import type { ProductRule } from '../custody-rule.ts';

/** A recall is said by the holder of the GTIN or by a regulator, in its own name. */
export const onlyTheGtinHolderOrARegulatorRecalls: ProductRule = {
  id: 'custody/only-the-gtin-holder-or-a-regulator-recalls',
  source: 'custody.md 1',
  on: 'product',
  effect: 'refuse',
  check(claim, gtinHolder) {
    if (claim.act !== 'recall' || claim.sandbox || claim.reporterRole === 'regulator') return undefined;
    return claim.reporter === gtinHolder ? undefined : { code: 'product/not-yours', severity: 4 };
  },
};
