import type { PackRule } from '../custody-rule.ts';
import { standingOf } from '../standing.ts';

/** A supply of what a sister of the owner group holds is applied; the transfer was not recorded. */
export const aSisterHeldIt: PackRule = {
  id: 'custody/a-sister-held-it',
  source: 'custody.md 3',
  on: 'pack',
  effect: 'flag',
  check(claim, state) {
    if (claim.act !== 'supply' || standingOf(state.place, claim).as !== 'group') return undefined;
    return { code: 'pack/held-in-group', severity: 1 };
  },
};
