import type { PackRule } from '../custody-rule.ts';
import { isSameCommissioning } from '../is-same-commissioning.ts';

/** A serial is commissioned once; a second commissioning with another content disputes the pack. */
export const oneCommissioningPerSerial: PackRule = {
  id: 'custody/one-commissioning-per-serial',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state, { isContainer }) {
    if (claim.act !== 'commission' || !state.commissioned) return undefined;
    // The number of a container is often told after the container itself.
    if (isContainer) return { code: 'event/same', severity: 0 };
    return isSameCommissioning(claim, state)
      ? { code: 'event/same', severity: 0 }
      : { code: 'pack/already-commissioned', severity: 4, disputes: true };
  },
};
