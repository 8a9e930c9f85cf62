import type { LateRule } from '../custody-rule.ts';

/** A late packing closes no ring with what was packed since. */
export const noLateRingOfContainers: LateRule = {
  id: 'custody/no-late-ring-of-containers',
  source: 'custody.md 4',
  on: 'late',
  effect: 'without-effect',
  check(_claim, { makesRing }) {
    return makesRing ? { code: 'container/cycle', severity: 3 } : undefined;
  },
};
