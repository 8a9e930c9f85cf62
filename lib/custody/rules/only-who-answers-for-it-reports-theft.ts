import type { PackRule } from '../custody-rule.ts';
import { standingOf } from '../standing.ts';

/** A theft is reported by the current holder or its agent; of any pack by the holder of the GTIN or a regulator itself. */
export const onlyWhoAnswersForItReportsTheft: PackRule = {
  id: 'custody/only-who-answers-for-it-reports-theft',
  source: 'custody.md 1',
  on: 'pack',
  effect: 'without-effect',
  check(claim, state, { gtinHolder }) {
    if (claim.act !== 'steal' || state.status === 'unknown') return undefined;
    if (claim.sandbox || claim.reporterRole === 'regulator' || claim.reporter === gtinHolder)
      return undefined;
    const { as } = standingOf(state.place, claim);
    return as === 'holder' || as === 'sender'
      ? undefined
      : { code: 'pack/not-held', severity: 3, disputes: true };
  },
};
