import { expect, test } from 'vitest';
import { OTHER_PHARMACY, PHARMACY, recordedAt, says, WHOLESALER } from '../../custody/claims-in-tests.ts';
import { pharmacyNo, Story } from '../story-in-tests.ts';

/** The pharmacy is in Berlin, everybody else in Munich, 504 km away: 5.3 hours or more by road, 4.6 by air. */
function apart(...serials: readonly string[]): Story {
  const story = new Story();
  story.apart = true;
  return story.commissioned(...serials);
}
const shipped = (...serials: readonly string[]) =>
  apart(...serials).event(WHOLESALER, says(WHOLESALER, 'ship', 10, { to: PHARMACY.gln }), ...serials);

test.each<[string, () => Story, readonly string[]]>([
  [
    'received half an hour after it left 504 km away: one finding for the consignment',
    () => shipped('S1', 'S2').event(PHARMACY, says(PHARMACY, 'receive', 10.5), 'S1', 'S2'),
    ['D21 3 case'],
  ],
  ['the time that a van needs', () => shipped('S1').event(PHARMACY, says(PHARMACY, 'receive', 17), 'S1'), []],
  [
    'two counters, a quarter of an hour apart',
    () => apart('S1').asks(OTHER_PHARMACY, 'verify', 'S1', 50).asks(PHARMACY, 'verify', 'S1', 50.25),
    ['D21 3 case'],
  ],
  [
    'a scan between two others is measured against both',
    () =>
      apart('S1')
        .asks(OTHER_PHARMACY, 'verify', 'S1', 50)
        .event(PHARMACY, recordedAt(60, says(PHARMACY, 'supply', 52)), 'S1'),
    ['D21 3 case'],
  ],
  [
    'innocent: a step on paper only',
    () =>
      apart('S1')
        .asks(OTHER_PHARMACY, 'verify', 'S1', 50)
        .event(PHARMACY, says(PHARMACY, 'observe', 50.2), 'S1'),
    [],
  ],
  [
    'innocent: in one town',
    () => apart('S1').asks(OTHER_PHARMACY, 'verify', 'S1', 50).asks(pharmacyNo(1), 'verify', 'S1', 50.1),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D21')).toEqual(expected);
});

test('three on one day that one shift of the clock explains are a wrong clock, and no case', () => {
  const serials = ['S1', 'S2', 'S3', 'S4'];
  const story = apart(...serials);
  for (const [n, serial] of serials.entries()) {
    story.event(WHOLESALER, says(WHOLESALER, 'ship', 8 + n, { to: PHARMACY.gln }), serial);
    story.event(PHARMACY, says(PHARMACY, 'receive', 8.5 + n), serial);
  }
  expect(story.standingOf('D21')).toContain('D21 2 data-quality');
  expect(story.standingOf('D21').filter((one) => one.endsWith('case')).length).toBeLessThan(2);
});

test('what it says names both places and times, the way, and the fastest transport', () => {
  const story = shipped('S1').event(PHARMACY, says(PHARMACY, 'receive', 10.5), 'S1');
  const one = story.found.find(({ detector }) => detector === 'D21');
  expect(one?.observed).toBe(
    'Demo tablets 500 mg, serial S1 was in hand at wholesaler 3 (City wholesaler 3, Germany) on 1 October 2026 at 10:00 UTC and at ' +
      'pharmacy 4 (City pharmacy 4, Germany) on 1 October 2026 at 10:30 UTC: about 504 km in 30 min.',
  );
  expect(one?.expected).toBe('The fastest transport takes 4.6 h.');
});
