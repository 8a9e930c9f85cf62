import type { CorrectionRule } from '../custody-rule.ts';
import { isUndoneInTime } from '../final-acts.ts';
import { statusIn } from '../reach.ts';

/** A final deed is not undone where a theft report that binds the place would then stand. */
export const noUndoOfAStolenPack: CorrectionRule = {
  id: 'custody/no-undo-of-a-stolen-pack',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original, trial }) {
    if (!original || !isUndoneInTime(original.claim.act)) return undefined;
    const isStolen = statusIn(trial.after, claim.country) === 'stolen';
    return isStolen ? { code: 'pack/stolen', severity: 4 } : undefined;
  },
};
