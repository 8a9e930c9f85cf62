import type { PackRule } from '../custody-rule.ts';

/** Nothing is put into itself, nor into what stands in it. */
export const noContainerInItself: PackRule = {
  id: 'custody/no-container-in-itself',
  source: 'custody.md 4',
  on: 'pack',
  effect: 'without-effect',
  check(claim, _state, { target }) {
    if (claim.act !== 'pack' || !target || target.isItem || !target.holdsItem) return undefined;
    return { code: 'container/cycle', severity: 3 };
  },
};
