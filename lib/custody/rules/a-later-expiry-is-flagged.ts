import type { CorrectionRule } from '../custody-rule.ts';

/** A correction that gives a pack a later expiry date is flagged. */
export const aLaterExpiryIsFlagged: CorrectionRule = {
  id: 'custody/a-later-expiry-is-flagged',
  source: 'custody.md 2',
  on: 'correction',
  effect: 'flag',
  check(_claim, { trial }) {
    const { before, after } = trial;
    if (!before.expiry || !after.expiry || after.expiry <= before.expiry) return undefined;
    return { code: 'batch/expiry-later', params: { from: before.expiry, to: after.expiry }, severity: 3 };
  },
};
