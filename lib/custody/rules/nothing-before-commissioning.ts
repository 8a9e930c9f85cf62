import type { PackRule } from '../custody-rule.ts';

/** Nothing takes effect on a serial without an effective commissioning, until one arrives. */
export const nothingBeforeCommissioning: PackRule = {
  id: 'custody/nothing-before-commissioning',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (claim.act === 'commission' || state.status !== 'unknown') return undefined;
    return { code: 'pack/unknown', severity: 3 };
  },
};
