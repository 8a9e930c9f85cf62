import { expect, test } from 'vitest';
import { MAKER, OTHER_PHARMACY, PHARMACY, says, WHOLESALER } from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

/** In hours since 1 October 2026 in UTC: 31 May 2028, the expiry date, at eleven in the evening in Berlin, and half an hour after midnight. */
const LAST_DAY = 608 * 24 + 21;
const DAY_AFTER = 608 * 24 + 22.5;
const story = () => new Story().delivered(PHARMACY, 'S1', 'S2');

test.each<[string, (s: Story) => Story, readonly string[]]>([
  [
    'handed out on the day after',
    (s) => s.event(PHARMACY, says(PHARMACY, 'supply', DAY_AFTER), 'S1', 'S2'),
    ['D13 4 case'],
  ],
  [
    'shipped on',
    (s) => s.event(PHARMACY, says(PHARMACY, 'ship', DAY_AFTER, { to: OTHER_PHARMACY.gln }), 'S1'),
    ['D13 4 case'],
  ],
  [
    'handed out by somebody who does not hold it',
    (s) => s.event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', DAY_AFTER), 'S1'),
    ['D09 2 data-quality', 'D13 4 case'],
  ],
  ['stopped at the counter', (s) => s.asks(PHARMACY, 'supply', 'S1', DAY_AFTER), ['D13 2 case']],
  [
    'only looked at',
    (s) => s.asks(PHARMACY, 'verify', 'S1', DAY_AFTER).asks(PHARMACY, 'verify', 'S2', DAY_AFTER + 99),
    ['D13 1 case'],
  ],
  [
    'innocent: handed out on the last day, by the calendar of the place',
    (s) => s.event(PHARMACY, says(PHARMACY, 'supply', LAST_DAY), 'S1'),
    [],
  ],
  [
    'innocent: sent back',
    (s) => s.event(PHARMACY, says(PHARMACY, 'return-ship', DAY_AFTER, { to: WHOLESALER.gln }), 'S1'),
    [],
  ],
  ['innocent: destroyed', (s) => s.event(PHARMACY, says(PHARMACY, 'destroy', DAY_AFTER), 'S1'), []],
])('%s', (_name, happens, expected) => {
  expect(happens(story()).standing).toEqual(expected);
});

test('it is counted as compliance: behind every suspicion of its severity', () => {
  const expired = story().event(PHARMACY, says(PHARMACY, 'supply', DAY_AFTER), 'S1').only;
  const claimedTwice = story().event(MAKER, says(MAKER, 'commission', 9), 'S1').only;
  expect([expired.severity, claimedTwice.severity]).toEqual([4, 4]);
  expect(expired.rank).toBeLessThan(claimedTwice.rank);
  expect(expired.observed).toMatch(/, although it had expired on 31 May 2028\.$/);
});
