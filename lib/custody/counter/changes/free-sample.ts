import { refuseNonHolder, speaksAsHolder } from '../change-custody.ts';
import { changeRefusal } from '../change-refusal.ts';
import type { ChangeRule } from '../change-rule.ts';
import { playsRole } from '../plays-role.ts';
import { terminalRefusal } from '../terminal-refusal.ts';

/** By the current holder, if it is a manufacturer. */
export const freeSample: ChangeRule = {
  state: 'free-sample',
  source: 'custody.md 1',
  refuse(request, facts) {
    const blocked = terminalRefusal(request, facts) ?? refuseNonHolder(facts);
    if (blocked) return blocked;
    return playsRole(facts, speaksAsHolder(facts), ['manufacturer'])
      ? undefined
      : changeRefusal({ code: 'pack/not-entitled', params: { state: 'free-sample' } });
  },
};
