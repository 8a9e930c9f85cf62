import { refuseNonHolder, speaksAsHolder } from '../change-custody.ts';
import { changeRefusal } from '../change-refusal.ts';
import type { ChangeRule } from '../change-rule.ts';
import { playsRole } from '../plays-role.ts';
import { terminalRefusal } from '../terminal-refusal.ts';

/** By the current holder, if it is a wholesaler or a manufacturer. */
export const exported: ChangeRule = {
  state: 'exported',
  source: 'custody.md 1',
  refuse(request, facts) {
    const blocked = terminalRefusal(request, facts) ?? refuseNonHolder(facts);
    if (blocked) return blocked;
    return playsRole(facts, speaksAsHolder(facts), ['wholesaler', 'manufacturer'])
      ? undefined
      : changeRefusal({ code: 'pack/not-entitled', params: { state: 'exported' } });
  },
};
