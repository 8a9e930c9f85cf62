import type { PackRule } from '../custody-rule.ts';
import { liftedDeed } from '../lifted-deed.ts';

/** A lift names a lock or a theft report that stands. */
export const aLiftNamesWhatStands: PackRule = {
  id: 'custody/a-lift-names-what-stands',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (claim.act !== 'lift' || state.status === 'unknown') return undefined;
    return liftedDeed(claim, state) ? undefined : { code: 'pack/lift-nothing', severity: 1 };
  },
};
