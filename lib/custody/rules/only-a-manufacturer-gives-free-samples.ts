import type { PackRule } from '../custody-rule.ts';
import { standingOf } from '../standing.ts';

/** A free sample is given by a manufacturer, or by its agent. */
export const onlyAManufacturerGivesFreeSamples: PackRule = {
  id: 'custody/only-a-manufacturer-gives-free-samples',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (claim.act !== 'free-sample' || claim.sandbox) return undefined;
    const { role } = standingOf(state.place, claim).party ?? claim.speaksFor[0];
    return role === 'manufacturer' ? undefined : { code: 'pack/not-entitled', severity: 3 };
  },
};
