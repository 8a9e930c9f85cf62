import type { PackRule } from '../custody-rule.ts';
import { isTerminal } from '../is-terminal.ts';
import { isInHand, standingOf } from '../standing.ts';

/** Things are put into a container that the packer holds, and that is neither stolen nor at its end. */
export const aContainerIsAtHand: PackRule = {
  id: 'custody/a-container-is-at-hand',
  source: 'custody.md 4',
  on: 'pack',
  effect: 'without-effect',
  check(claim, _state, { target }) {
    if (claim.act !== 'pack' || !target || target.isItem) return undefined;
    const container = target.state;
    const isThere = container && container.status !== 'unknown' && !isTerminal(container.status);
    if (isThere && isInHand(standingOf(container.place, claim))) return undefined;
    return { code: 'container/not-held', severity: 3 };
  },
};
