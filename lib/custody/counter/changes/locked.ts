import { changeRefusal } from '../change-refusal.ts';
import type { ChangeRule } from '../change-rule.ts';
import { playsRole } from '../plays-role.ts';
import { isLocked } from '../site-rules.ts';
import { terminalRefusal } from '../terminal-refusal.ts';

/** By the holder of the GTIN or a regulator. Locked is not terminal. */
export const locked: ChangeRule = {
  state: 'locked',
  source: 'custody.md 1',
  refuse(request, facts) {
    const { party, product } = facts;
    const blocked = terminalRefusal(request, facts);
    if (blocked) return blocked;
    if (product?.holder !== party.gln && !playsRole(facts, party, ['regulator'])) {
      return changeRefusal({ code: 'pack/not-entitled', params: { state: 'locked' } }, 3);
    }
    return isLocked(facts) ? changeRefusal({ code: 'pack/locked', params: {} }) : undefined;
  },
};
