import { refuseNonHolder } from '../change-custody.ts';
import type { ChangeRule } from '../change-rule.ts';
import { gone } from '../rows/gone.ts';

/** By the current holder, from any state but itself: destroying a terminal, expired or recalled pack is in order. */
export const destroyed: ChangeRule = {
  state: 'destroyed',
  source: 'custody.md 1',
  refuse(request, facts) {
    const already = facts.pack?.status === 'destroyed' ? gone.judge(request, facts) : undefined;
    return already ?? refuseNonHolder(facts);
  },
};
