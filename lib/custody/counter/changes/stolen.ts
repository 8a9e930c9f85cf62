import { refuseNonHolder } from '../change-custody.ts';
import type { ChangeRule } from '../change-rule.ts';
import { terminalRefusal } from '../terminal-refusal.ts';

/** By the current holder, the holder of the GTIN, or a regulator. */
export const stolen: ChangeRule = {
  state: 'stolen',
  source: 'custody.md 1',
  refuse(request, facts) {
    const { party, product } = facts;
    const entitled = product?.holder === party.gln || party.role === 'regulator';
    return terminalRefusal(request, facts) ?? (entitled ? undefined : refuseNonHolder(facts));
  },
};
