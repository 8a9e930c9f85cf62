import { isExpired } from '../custody/is-expired.ts';
import type { FindingText } from './finding.ts';
import { dayText, type Names } from './names.ts';
import type { Presentation } from './presentation.ts';
import { isOnward, type UnfitKind } from './unfit-moves.ts';

/**
 * A pack past its expiry date (D13). Handed on it is severity 4; where the counter stopped it, the stop has done its work. Whoever only
 * looks at one is told at the counter, and nobody else.
 */
export const EXPIRED: UnfitKind = {
  detector: 'D13',
  code: 'batch/expired',
  wasUnfit: ({ claim }, pack, facts) => isExpired(facts.pack(pack)?.expiry, claim.foldedAt, claim.timeZone),
  severity(shown) {
    if (!isOnward(shown)) return 1;
    return shown.event === undefined ? 2 : 4;
  },
  why(_sighting, pack, facts) {
    const expiry = facts.pack(pack)?.expiry;
    return expiry === undefined ? 'its expiry date had passed' : `it had expired on ${dayText(expiry)}`;
  },
  tell: textOf,
};

function textOf(shown: Presentation, names: Names): Omit<FindingText, 'observed'> {
  const where = names.site(shown.site);
  const stopped = shown.event === undefined;
  return {
    title: isOnward(shown)
      ? `${stopped ? 'An expired pack was to be handed on' : 'Expired packs were handed on'} at ${where}`
      : `${where} has expired packs`,
    expected: 'After its expiry date, by the calendar of the place, a pack is only returned or destroyed.',
    innocent: [
      {
        cause: 'The registered expiry date is wrong',
        tested: stopped
          ? 'The date read from the label was compared with it at the counter.'
          : 'Compare it with the label of another pack of the batch.',
      },
      {
        cause: 'The label names a month without a day',
        tested: 'Such a pack was counted as fit until the last day of the month.',
      },
    ],
    clears: 'The manufacturer corrects the expiry date of the batch, and the inspector is satisfied.',
    action: stopped
      ? 'The counter stopped it. The place takes its expired packs off the shelf.'
      : 'Ask the place how the packs could be handed on, and whether patients have received them.',
  };
}
