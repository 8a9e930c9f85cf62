import { describe, expect, test } from 'vitest';
import { date, lot, OTHER_PHARMACY, PHARMACY, SISTER, says } from '../../custody/claims-in-tests.ts';
import { pharmacyNo, type Read, Story } from '../story-in-tests.ts';

/** Registered: batch L1, expiry 31 May 2028. S9 has been supplied, so that reading it well is an observation. */
const story = () =>
  new Story().delivered(PHARMACY, 'S1', 'S2', 'S3', 'S9').event(PHARMACY, says(PHARMACY, 'supply', 5), 'S9');

const HARD = 'D02 4 case';
const SOFT = 'D02 2 data-quality';
const TYPED = 'D02 1 data-quality';
const UPLOAD = 'D02 3 data-quality';

test.each<[string, Read, string]>([
  ['relabelled with a later expiry', { expiry: date('2028-06-01') }, HARD],
  ['another year', { expiry: date('2027-12-31') }, HARD],
  ['more than 27 days earlier', { expiry: date('2028-05-03') }, HARD],
  ['27 days earlier', { expiry: date('2028-05-04') }, SOFT],
  ['one day earlier', { expiry: date('2028-05-30') }, SOFT],
  ['another batch', { lot: lot('L2') }, HARD],
  ['another batch, typed by hand', { lot: lot('L2'), mode: 'manual' }, TYPED],
])('%s', (_name, read, expected) => {
  expect(story().asks(PHARMACY, 'verify', 'S1', 10, read).standing).toEqual([expected]);
});

test('a batch that was not read says nothing about the label', () => {
  expect(story().asks(PHARMACY, 'verify', 'S1', 10, { lot: undefined }).standing).toEqual([]);
});

const LATER = { expiry: date('2029-05-31') };
const three = (s: Story) =>
  [1, 2, 3].reduce((at, n) => at.asks(pharmacyNo(n), 'verify', `S${n}`, 10 + n, LATER), s);

const upload = (s: Story) => s.found.findLast(({ detector }) => detector === 'D02');

describe('a whole batch', () => {
  test('three unrelated organisations read the same and nobody what is registered: one note to the holder instead', () => {
    const s = three(story());
    expect(s.standingOf('D02')).toEqual([UPLOAD]);
    expect(upload(s)).toMatchObject({
      packs: [],
      observations: [],
      lots: [expect.stringContaining('/10/L1')],
    });
    expect(JSON.stringify(upload(s))).not.toContain('pharmacy');
    s.asks(pharmacyNo(4), 'verify', 'S1', 20, LATER);
    expect(s.standingOf('D02')).toEqual([UPLOAD]);
  });

  test('branches of one owner are one organisation', () => {
    const s = story().asks(PHARMACY, 'verify', 'S1', 10, LATER).asks(SISTER, 'verify', 'S2', 11, LATER);
    expect(s.asks(OTHER_PHARMACY, 'verify', 'S3', 12, LATER).standing).toEqual([HARD, HARD, HARD]);
  });

  test('relabelled packs beside genuine ones: every pack stays a case', () => {
    const s = three(story().asks(OTHER_PHARMACY, 'verify', 'S9', 9));
    expect(s.standing.filter((one) => one.startsWith('D02'))).toEqual([HARD, HARD, HARD]);
  });
});

describe('reading it again', () => {
  const differing = () => story().asks(PHARMACY, 'verify', 'S9', 10, LATER);
  const d02 = (s: Story) => s.standing.filter((one) => one.startsWith('D02'));

  test.each<[string, (s: Story) => Story, readonly string[]]>([
    ['the same way adds nothing', (s) => s.asks(PHARMACY, 'verify', 'S9', 10.1, LATER), [HARD]],
    ['as registered clears it', (s) => s.asks(PHARMACY, 'verify', 'S9', 11), []],
    [
      'as registered, but typed, clears nothing that was scanned',
      (s) => s.asks(PHARMACY, 'verify', 'S9', 11, { mode: 'manual' }),
      [HARD],
    ],
    [
      'as registered at another place clears nothing',
      (s) => s.asks(OTHER_PHARMACY, 'verify', 'S9', 11),
      [HARD],
    ],
    ['as registered days later clears nothing', (s) => s.asks(PHARMACY, 'verify', 'S9', 60), [HARD]],
    [
      'another pack as registered clears nothing',
      (s) => s.event(PHARMACY, says(PHARMACY, 'supply', 6), 'S1').asks(PHARMACY, 'verify', 'S1', 11),
      [HARD],
    ],
    [
      'cleared and then differing again is a finding again',
      (s) => s.asks(PHARMACY, 'verify', 'S9', 11).asks(PHARMACY, 'verify', 'S9', 12, LATER),
      [HARD],
    ],
  ])('%s', (_name, happens, expected) => {
    expect(d02(happens(differing()))).toEqual(expected);
  });

  test('typed first and then scanned counts as scanned', () => {
    const s = story()
      .asks(PHARMACY, 'verify', 'S1', 10, { ...LATER, mode: 'manual' })
      .asks(PHARMACY, 'verify', 'S1', 10.1, LATER);
    expect(s.standing).toEqual([TYPED, HARD]);
  });
});

test('what it says gives both dates unambiguously', () => {
  const { only } = story().asks(PHARMACY, 'verify', 'S1', 10, { expiry: date('2028-06-05'), lot: lot('L1') });
  expect(only.observed).toContain('The label says expiry 5 June 2028; registered is 31 May 2028.');
  expect(only.visibleAt - only.raisedAt).toBe(24 * 3_600_000);
});
