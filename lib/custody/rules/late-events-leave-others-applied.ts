import type { LateRule } from '../custody-rule.ts';

/** A late event takes effect only where every applied event of other organisations, and every final deed, holds. */
export const lateEventsLeaveOthersApplied: LateRule = {
  id: 'custody/late-events-leave-others-applied',
  source: 'custody.md 2',
  on: 'late',
  effect: 'without-effect',
  check(_claim, { unsettled }) {
    if (unsettled.length === 0) return undefined;
    return { code: 'event/late', params: { events: unsettled.length }, severity: 3, disputes: true };
  },
};
