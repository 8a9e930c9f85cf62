import type { CounterAnswer } from './counter-answer.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { ChangeKind, CounterRequest } from './counter-request.ts';
import type { RowMatch } from './counter-row.ts';
import { counterStates } from './counter-states.ts';

/** The answer to a change that something stands against: the pack stays as it is. */
export function refusedChange(
  request: CounterRequest<ChangeKind>,
  facts: CounterFacts,
  refusal: RowMatch,
): CounterAnswer {
  return {
    verdict: refusal.verdict,
    answerKind: 'refused-state',
    rule: `counter/changes/${request.kind}`,
    reasons: refusal.reasons,
    states: counterStates(request, facts),
    recorded: 'observation',
    severity: refusal.severity,
    finding: refusal.finding !== undefined,
    provisional: false,
    dataQuality: false,
    discloses: true,
  };
}
