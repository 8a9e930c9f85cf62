import type { Act } from '../claim.ts';
import type { PackRule } from '../custody-rule.ts';
import { isInHand, standingOf } from '../standing.ts';

const ENDS: ReadonlySet<Act> = new Set(['destroy', 'export', 'sample', 'free-sample']);

/** Destroying, exporting and sampling need the current holder, its agent, or a visible delivery to either. */
export const onlyTheHolderEndsIt: PackRule = {
  id: 'custody/only-the-holder-ends-it',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (!ENDS.has(claim.act) || state.status === 'unknown') return undefined;
    if (isInHand(standingOf(state.place, claim))) return undefined;
    return { code: 'pack/not-held', severity: 4, disputes: true };
  },
};
