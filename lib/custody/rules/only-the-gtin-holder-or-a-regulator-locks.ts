import type { PackRule } from '../custody-rule.ts';

/** A lock is set by the holder of the GTIN or a regulator, in its own name. */
export const onlyTheGtinHolderOrARegulatorLocks: PackRule = {
  id: 'custody/only-the-gtin-holder-or-a-regulator-locks',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, _state, { gtinHolder }) {
    if (claim.act !== 'lock' || claim.sandbox || claim.reporterRole === 'regulator') return undefined;
    return claim.reporter === gtinHolder ? undefined : { code: 'pack/not-entitled', severity: 3 };
  },
};
