import { changeRefusal } from './change-refusal.ts';
import type { CounterAnswer } from './counter-answer.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { ChangeKind, CounterRequest } from './counter-request.ts';
import { refusedChange } from './refused-change.ts';

/**
 * The answer where the fold, which knows the pack's whole history, finds that an undo which its state allows would be
 * without effect: what others recorded rests on the step (custody.md 2, corrections).
 */
export const overruledUndo = (request: CounterRequest<ChangeKind>, facts: CounterFacts): CounterAnswer =>
  refusedChange(request, facts, changeRefusal({ code: 'pack/undo-moved-on', params: {} }));
