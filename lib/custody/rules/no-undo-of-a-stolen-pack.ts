import type { CorrectionRule } from '../custody-rule.ts';
import { isUndoneInTime } from '../final-acts.ts';

/** A final deed is not undone where a theft report would then stand. */
export const noUndoOfAStolenPack: CorrectionRule = {
  id: 'custody/no-undo-of-a-stolen-pack',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(_claim, { original, trial }) {
    if (!original || !isUndoneInTime(original.claim.act)) return undefined;
    return trial.after.status === 'stolen' ? { code: 'pack/stolen', severity: 4 } : undefined;
  },
};
