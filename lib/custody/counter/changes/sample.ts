import { refuseNonHolder } from '../change-custody.ts';
import type { ChangeRule } from '../change-rule.ts';
import { terminalRefusal } from '../terminal-refusal.ts';

/** By the current holder. */
export const sample: ChangeRule = {
  state: 'sample',
  source: 'custody.md 1',
  refuse: (request, facts) => terminalRefusal(request, facts) ?? refuseNonHolder(facts),
};
