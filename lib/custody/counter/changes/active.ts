import { changeRefusal } from '../change-refusal.ts';
import type { ChangeRule } from '../change-rule.ts';
import { refuseLift } from '../refuse-lift.ts';
import { refuseUndo } from '../refuse-undo.ts';
import { gone } from '../rows/gone.ts';
import { undoTarget } from '../undo-target.ts';

/**
 * The undo. A supply, an export or a sample is undone by whoever reported it, within limits; a theft is lifted by a
 * regulator, a lock by who set it or a regulator; a destruction never.
 */
export const active: ChangeRule = {
  state: 'active',
  source: 'custody.md 1',
  refuse(request, facts) {
    if (facts.pack?.status === 'destroyed') return gone.judge(request, facts);
    const target = undoTarget(facts);
    if (target === undefined) return changeRefusal({ code: 'pack/undo-nothing', params: {} });
    return target.means === 'lift'
      ? refuseLift(target, request, facts)
      : refuseUndo(target.deed, request, facts);
  },
};
