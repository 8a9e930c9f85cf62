import { expect, test } from 'vitest';
import {
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  SISTER,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { pharmacyNo, Story } from '../story-in-tests.ts';

const CASE = 'D22 5 case';
const [A, B, C] = [pharmacyNo(1), pharmacyNo(2), pharmacyNo(3)];
const DAY = 24;

test.each<[string, () => Story, readonly string[]]>([
  [
    'three strangers within a month',
    () =>
      new Story()
        .commissioned('S1')
        .asks(A, 'verify', 'S1', 10)
        .asks(B, 'verify', 'S1', 5 * DAY)
        .asks(C, 'verify', 'S1', 9 * DAY),
    [CASE],
  ],
  [
    'the third supplies it',
    () =>
      new Story()
        .commissioned('S1')
        .asks(A, 'verify', 'S1', 10)
        .asks(B, 'verify', 'S1', 5 * DAY)
        .event(C, says(C, 'supply', 9 * DAY), 'S1'),
    [CASE],
  ],
  [
    'a fourth is one finding more',
    () =>
      new Story()
        .commissioned('S1')
        .asks(A, 'verify', 'S1', 10)
        .asks(B, 'verify', 'S1', 5 * DAY)
        .asks(C, 'verify', 'S1', 9 * DAY)
        .asks(C, 'verify', 'S1', 9 * DAY + 1)
        .asks(pharmacyNo(4), 'verify', 'S1', 10 * DAY),
    [CASE, CASE],
  ],
  [
    'spread over more than a month',
    () =>
      new Story()
        .commissioned('S1')
        .asks(A, 'verify', 'S1', 10)
        .asks(B, 'verify', 'S1', 31 * DAY)
        .asks(C, 'verify', 'S1', 62 * DAY),
    [],
  ],
  [
    'innocent: its way through three houses is recorded',
    () =>
      new Story()
        .delivered(PHARMACY, 'S1')
        .asks(WHOLESALER, 'verify', 'S1', 5)
        .asks(MAKER, 'verify', 'S1', 6)
        .asks(PHARMACY, 'verify', 'S1', 7),
    [],
  ],
  [
    'innocent: branches of one owner, and an inspector',
    () =>
      new Story()
        .commissioned('S1')
        .asks(PHARMACY, 'verify', 'S1', 5)
        .asks(SISTER, 'verify', 'S1', 6)
        .asks(OTHER_PHARMACY, 'verify', 'S1', 7)
        .asks(REGULATOR, 'verify', 'S1', 8),
    [],
  ],
  [
    'innocent: one house scans it again and again',
    () =>
      new Story()
        .commissioned('S1')
        .asks(A, 'verify', 'S1', 5)
        .asks(A, 'verify', 'S1', 6)
        .asks(A, 'verify', 'S1', 7),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D22')).toEqual(expected);
});

function apart(): Story {
  const story = new Story();
  story.apart = true;
  return story.commissioned('S1');
}

test('two strangers at once, with no time for the way between them', () => {
  const story = apart().asks(OTHER_PHARMACY, 'verify', 'S1', 50).asks(PHARMACY, 'verify', 'S1', 50.5);
  expect(story.standingOf('D22')).toEqual([CASE]);
  expect(story.found.find(({ detector }) => detector === 'D22')?.title).toBe(
    'One serial in two places at once: pharmacy 6 (City pharmacy 6, Germany) and pharmacy 4 (City pharmacy 4, Germany)',
  );
});

test('innocent: a consignment that arrives too soon by the clock was shipped from one to the other', () => {
  const story = apart()
    .event(WHOLESALER, says(WHOLESALER, 'ship', 10, { to: PHARMACY.gln }), 'S1')
    .asks(PHARMACY, 'verify', 'S1', 10.5);
  expect(story.standingOf('D22')).toEqual([]);
});
