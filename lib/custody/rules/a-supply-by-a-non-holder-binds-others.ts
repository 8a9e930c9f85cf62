import type { PackRule } from '../custody-rule.ts';
import { isForeignSupply } from '../is-foreign-supply.ts';

/** A supply by who does not hold the pack leaves it where it is, and binds every other counter but its holder’s. */
export const aSupplyByANonHolderBindsOthers: PackRule = {
  id: 'custody/a-supply-by-a-non-holder-binds-others',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    return isForeignSupply(claim, state)
      ? { code: 'pack/supplied-by-non-holder', severity: 5, disputes: true }
      : undefined;
  },
};
