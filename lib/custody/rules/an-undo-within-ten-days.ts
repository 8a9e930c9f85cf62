import type { CorrectionRule } from '../custody-rule.ts';
import { isUndoneInTime } from '../final-acts.ts';

const TEN_DAYS_MS = 10 * 86_400_000;

/** A supply, an export, a sample is undone under ten days of record time; a correction does not start the time anew. */
export const anUndoWithinTenDays: CorrectionRule = {
  id: 'custody/an-undo-within-ten-days',
  source: 'custody.md 1',
  on: 'correction',
  effect: 'without-effect',
  check(claim, { original, firstRecordedAt }) {
    if (!original || firstRecordedAt === undefined || !isUndoneInTime(original.claim.act)) return undefined;
    if (claim.recordedAt - firstRecordedAt < TEN_DAYS_MS) return undefined;
    return { code: 'pack/undo-too-late', severity: 3 };
  },
};
