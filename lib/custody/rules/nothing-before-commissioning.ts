import type { PackRule } from '../custody-rule.ts';

/** Nothing takes effect on a serial without an effective commissioning, until one arrives; a container begins with its first contents. */
export const nothingBeforeCommissioning: PackRule = {
  id: 'custody/nothing-before-commissioning',
  source: 'custody.md 2',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state, { isContainer, target }) {
    if (claim.act === 'commission' || state.status !== 'unknown') return undefined;
    if (!isContainer) return { code: 'pack/unknown', severity: 3 };
    const begins = claim.act === 'pack' && target?.isItem;
    return begins ? undefined : { code: 'container/unknown', severity: 1 };
  },
};
