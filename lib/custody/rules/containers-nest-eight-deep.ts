import type { PackRule } from '../custody-rule.ts';
import { MOST_LEVELS } from '../surroundings.ts';

/** The way outwards is short enough to be walked with every statement. */
export const containersNestEightDeep: PackRule = {
  id: 'custody/containers-nest-eight-deep',
  source: 'custody.md 4',
  on: 'pack',
  effect: 'without-effect',
  check(claim, _state, { target }) {
    if (claim.act !== 'pack' || !target || target.isItem) return undefined;
    const levels = target.levelsAbove + 1 + (claim.levels ?? 0);
    return levels > MOST_LEVELS ? { code: 'container/too-deep', severity: 2 } : undefined;
  },
};
