import type { PackRule } from '../custody-rule.ts';
import { isHandledAlone } from '../leaves-container.ts';

/** What is handled by itself was taken out of its closed container, and nobody said so. */
export const anUnpackingIsInferred: PackRule = {
  id: 'custody/an-unpacking-is-inferred',
  source: 'custody.md 3',
  on: 'pack',
  effect: 'flag',
  check(claim, _state, { inside, target }) {
    if (!inside?.state.closed) return undefined;
    const isMoved = isHandledAlone(claim.act) || (claim.act === 'pack' && target?.isItem === false);
    return isMoved ? { code: 'container/unpacking-inferred', severity: 1 } : undefined;
  },
};
