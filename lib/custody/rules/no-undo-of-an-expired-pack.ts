import type { CorrectionRule } from '../custody-rule.ts';
import { isUndoneInTime } from '../final-acts.ts';
import { isExpired } from '../is-expired.ts';

/** A final deed on an expired pack is not undone. */
export const noUndoOfAnExpiredPack: CorrectionRule = {
  id: 'custody/no-undo-of-an-expired-pack',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original, trial }) {
    if (!original || !isUndoneInTime(original.claim.act)) return undefined;
    if (!isExpired(trial.before.expiry, claim.recordedAt, claim.timeZone)) return undefined;
    return { code: 'batch/expired', params: { expiry: trial.before.expiry ?? '' }, severity: 3 };
  },
};
