import type { Act } from '../claim.ts';
import type { PackRule } from '../custody-rule.ts';
import { isInHand, standingOf } from '../standing.ts';

const ABOUT_CONTAINERS: ReadonlySet<Act> = new Set(['pack', 'unpack', 'close', 'open']);

/** Packing and unpacking, closing and opening need the holder of the thing, its agent, or a visible delivery to either. */
export const onlyTheHolderPacks: PackRule = {
  id: 'custody/only-the-holder-packs',
  source: 'custody.md 4',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state, { isContainer }) {
    if (!ABOUT_CONTAINERS.has(claim.act) || state.status === 'unknown') return undefined;
    if (isInHand(standingOf(state.place, claim))) return undefined;
    return { code: isContainer ? 'container/not-held' : 'pack/not-held', severity: 4, disputes: true };
  },
};
