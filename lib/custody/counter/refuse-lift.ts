import { changeRefusal } from './change-refusal.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';
import type { RowMatch } from './counter-row.ts';
import { gone } from './rows/gone.ts';
import type { UndoTarget } from './undo-target.ts';

/** custody.md 1, column "undone": a theft by a regulator, a lock by who locked or a regulator. */
export function refuseLift(
  { deed }: UndoTarget,
  request: CounterRequest,
  facts: CounterFacts,
): RowMatch | undefined {
  const { party } = facts;
  if (party.role === 'regulator') return undefined;
  const stolen = gone.judge(request, facts);
  if (stolen) return stolen;
  return deed.by === party.gln ? undefined : changeRefusal({ code: 'pack/locked', params: {} });
}
