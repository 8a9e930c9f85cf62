import type { Severity } from './counter-answer.ts';
import type { CounterReason } from './counter-reason.ts';
import type { RowMatch } from './counter-row.ts';

/** A change that would be without effect: answered 409 and kept as an observation (custody.md 2, two doors). */
export const changeRefusal = (reason: CounterReason, severity: Severity = 1): RowMatch => ({
  verdict: 'set-aside',
  reasons: [reason],
  recorded: 'observation',
  severity,
  // Odd requests of the lowest severity are slips at the counter; what is worse is looked into.
  ...(severity > 1 && { finding: 'settled' }),
});
