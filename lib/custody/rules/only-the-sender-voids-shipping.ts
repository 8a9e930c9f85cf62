import type { PackRule } from '../custody-rule.ts';
import { standingOf } from '../standing.ts';

/** An open shipment is taken back by its sender or the sender’s agent. */
export const onlyTheSenderVoidsShipping: PackRule = {
  id: 'custody/only-the-sender-voids-shipping',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state) {
    if (claim.act !== 'void-shipping' || state.status === 'unknown') return undefined;
    if (standingOf(state.place, claim).as === 'sender') return undefined;
    return { code: 'pack/not-in-transit', severity: 2 };
  },
};
