import type { CorrectionRule } from '../custody-rule.ts';
import { isUndoneInTime } from '../final-acts.ts';
import { recallIn } from '../recall-in.ts';

/** A final deed on a pack of a recalled batch is not undone. */
export const noUndoOfARecalledBatch: CorrectionRule = {
  id: 'custody/no-undo-of-a-recalled-batch',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original }, { batch }) {
    if (!original || !isUndoneInTime(original.claim.act)) return undefined;
    return recallIn(batch, claim.country) ? { code: 'batch/recalled', severity: 3 } : undefined;
  },
};
