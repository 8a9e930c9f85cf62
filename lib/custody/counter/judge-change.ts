import type { PackStatus } from '../pack-state.ts';
import { CHANGE_RULES } from './changes/index.ts';
import type { CounterAnswer } from './counter-answer.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { ChangeKind, CounterRequest } from './counter-request.ts';
import { counterStates } from './counter-states.ts';
import { judgeAtCounter } from './judge-at-counter.ts';
import { refusedChange } from './refused-change.ts';
import { unfit } from './rows/unfit.ts';
import { undoTarget } from './undo-target.ts';

type ChangeRequest = CounterRequest<ChangeKind>;

/** What every answer to a change has in common: the pack was shown, and its own books are not the question. */
const SHOWN = { provisional: false, dataQuality: false, discloses: true } as const;

/** Changes that send an unfit pack on its way: they take effect (custody.md 2), and are looked into. */
const MOVES_ON: ReadonlySet<ChangeKind> = new Set(['exported', 'free-sample']);

/**
 * The counter's judgement of a wish to bring a pack into another state than `supplied` (custody.md 1 and 2). What would
 * be without effect is refused with its reason. Pure and total. Whether the asker may speak for the location and the
 * product at all is `mayReport`'s to say, before this.
 */
export function judgeChange(request: ChangeRequest, facts: CounterFacts): CounterAnswer {
  const seen = judgeAtCounter({ ...request, kind: 'verify' }, facts);
  if (!seen.discloses) return seen;
  const refusal = CHANGE_RULES[request.kind].refuse(request, facts);
  if (refusal) return refusedChange(request, facts, refusal);
  return request.kind === 'active'
    ? undoneAnswer(request, facts)
    : changedAnswer(request, facts, request.kind);
}

function changedAnswer(
  request: ChangeRequest,
  facts: CounterFacts,
  state: PackStatus | 'locked',
): CounterAnswer {
  const flags = MOVES_ON.has(request.kind) ? unfit.judge(request, facts) : undefined;
  return {
    ...SHOWN,
    verdict: 'set-aside',
    answerKind: 'known',
    rule: `counter/changes/${request.kind}`,
    reasons: [{ code: 'pack/changed', params: { state } }, ...(flags?.reasons ?? [])],
    states: counterStates(request, facts, state),
    recorded: 'applied',
    severity: flags?.severity ?? 0,
    finding: flags !== undefined,
  };
}

/** After an undo the pack is judged anew: taking back a supply makes no pack fit that was not fit before. */
function undoneAnswer(request: ChangeRequest, facts: CounterFacts): CounterAnswer {
  const after = undoTarget(facts)?.after;
  const again = judgeAtCounter({ ...request, kind: 'verify' }, after ? { ...facts, pack: after } : facts);
  const beside = again.verdict === 'supply' ? [] : again.reasons;
  return {
    ...SHOWN,
    verdict: again.verdict,
    answerKind: 'known',
    rule: 'counter/changes/active',
    reasons: [{ code: 'pack/changed', params: { state: 'active' } }, ...beside],
    states: again.states,
    recorded: 'applied',
    severity: 0,
    finding: false,
  };
}
