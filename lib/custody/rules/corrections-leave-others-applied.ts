import type { CorrectionRule } from '../custody-rule.ts';

/** An event on which others rest goes only together with a recorded corrective event that keeps theirs applied. */
export const correctionsLeaveOthersApplied: CorrectionRule = {
  id: 'custody/corrections-leave-others-applied',
  source: 'custody.md 2',
  on: 'correction',
  effect: 'without-effect',
  check(_claim, { trial }) {
    if (trial.unsettled.length === 0) return undefined;
    return {
      code: 'correction/rested-on',
      params: { events: trial.unsettled.length },
      severity: 4,
      disputes: true,
    };
  },
};
