import type { EventRule } from '../custody-rule.ts';

const FIVE_MINUTES_MS = 5 * 60_000;

/** An event time ahead of its record time folds at its record time; over five minutes ahead it is flagged. */
export const noEventAheadOfItsRecord: EventRule = {
  id: 'custody/no-event-ahead-of-its-record',
  source: 'custody.md 2',
  on: 'event',
  effect: 'flag',
  check(claim) {
    const aheadMs = claim.claimedAt - claim.recordedAt;
    if (aheadMs <= FIVE_MINUTES_MS) return undefined;
    return {
      code: 'event/ahead-of-its-record',
      params: { minutes: Math.floor(aheadMs / 60_000) },
      severity: 2,
    };
  },
};
