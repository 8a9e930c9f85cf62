import type { PackRule } from '../custody-rule.ts';
import { standingOf } from '../standing.ts';

/** An export is said by a wholesaler or a manufacturer, or by its agent. */
export const onlyWholesalersAndManufacturersExport: PackRule = {
  id: 'custody/only-wholesalers-and-manufacturers-export',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (claim.act !== 'export' || claim.sandbox) return undefined;
    const { role } = standingOf(state.place, claim).party ?? claim.speaksFor[0];
    return role === 'wholesaler' || role === 'manufacturer'
      ? undefined
      : { code: 'pack/not-entitled', severity: 3 };
  },
};
