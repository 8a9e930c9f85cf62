import type { CorrectionRule } from '../custody-rule.ts';
import { isUndoneInTime } from '../final-acts.ts';

/** A supply, an export, a sample is undone where it was made. */
export const anUndoAtTheSameLocation: CorrectionRule = {
  id: 'custody/an-undo-at-the-same-location',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original }) {
    if (!original || !isUndoneInTime(original.claim.act)) return undefined;
    if (claim.location === original.claim.location) return undefined;
    return { code: 'pack/undo-elsewhere', severity: 3 };
  },
};
