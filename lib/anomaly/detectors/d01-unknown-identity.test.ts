import { describe, expect, test } from 'vitest';
import {
  lot,
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  SISTER,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { pharmacyNo, Story } from '../story-in-tests.ts';

const CASE = 'D01 3 case';
const NO_LOT = { lot: lot('NOLOT') };

/** REAL1Y is on the pharmacy's shelf; others of the batch are registered. */
const story = () => new Story().delivered(PHARMACY, 'REAL1Y', 'REAL22');
const commissions = (s: Story, ...serials: readonly string[]) =>
  s.event(MAKER, says(MAKER, 'commission', 50), ...serials);

describe('attacks', () => {
  test.each<[string, (s: Story) => Story, readonly string[]]>([
    ['an invented serial in a real batch', (s) => s.asks(PHARMACY, 'verify', 'FAKE99', 10), [CASE]],
    [
      'tried again and again: one finding',
      (s) => s.asks(PHARMACY, 'verify', 'FAKE99', 10).asks(PHARMACY, 'supply', 'FAKE99', 11),
      [CASE],
    ],
    [
      'a genuine pack of the product scanned next to it clears nothing',
      (s) =>
        s
          .asks(PHARMACY, 'verify', 'FAKE99', 10)
          .asks(OTHER_PHARMACY, 'verify', 'REAL22', 10.1)
          .asks(PHARMACY, 'verify', 'REAL22', 10.2),
      [CASE, 'D09 2 data-quality'],
    ],
    [
      'a real serial with one character changed, at a place that does not have the real one',
      (s) => s.asks(OTHER_PHARMACY, 'verify', 'REA122', 10),
      [CASE],
    ],
    [
      'three unrelated organisations meet unknown serials of the batch; two branches of one owner are one',
      (s) =>
        s
          .asks(PHARMACY, 'verify', 'FAKE1', 10)
          .asks(SISTER, 'verify', 'FAKE2', 11)
          .asks(OTHER_PHARMACY, 'verify', 'FAKE3', 12)
          .asks(pharmacyNo(1), 'verify', 'FAKE4', 13),
      [CASE, CASE, CASE, 'D01 4 case'],
    ],
    [
      'two meet a batch that does not exist',
      (s) =>
        s.asks(PHARMACY, 'verify', 'FAKE1', 10, NO_LOT).asks(OTHER_PHARMACY, 'verify', 'FAKE2', 11, NO_LOT),
      [CASE, 'D01 5 case'],
    ],
    [
      'supplied through the capture door',
      (s) => s.event(PHARMACY, says(PHARMACY, 'supply', 10), 'FAKE1', 'FAKE2'),
      [CASE],
    ],
    [
      'mixed with packs whose upload is late: it waits for the last of them',
      (s) =>
        commissions(
          s.event(PHARMACY, says(PHARMACY, 'supply', 10), 'LATE1', 'FAKE1', 'LATE2'),
          'LATE1',
          'LATE2',
        ),
      [CASE],
    ],
    [
      'commissioned in a sandbox: nothing here is cleared by it',
      (s) => s.asks(PHARMACY, 'verify', 'FAKE99', 10).asks(PHARMACY, 'verify', 'FAKE99', 11, { realm: 7 }),
      [CASE, CASE],
    ],
  ])('%s', (_name, happens, expected) => {
    expect(happens(story()).standing).toEqual(expected);
  });
});

describe('innocent', () => {
  test.each<[string, (s: Story) => Story, readonly string[]]>([
    ['the upload was late', (s) => commissions(s.asks(PHARMACY, 'verify', 'LATE1', 10), 'LATE1'), []],
    [
      'the upload of a whole delivery was late',
      (s) =>
        commissions(s.event(WHOLESALER, says(WHOLESALER, 'receive', 10), 'LATE1', 'LATE2'), 'LATE2', 'LATE1'),
      [],
    ],
    [
      'a delivery without its upload: a note to who received it',
      (s) => s.event(WHOLESALER, says(WHOLESALER, 'receive', 10), 'LATE1', 'LATE2'),
      ['D01 2 data-quality'],
    ],
    [
      'the scanner gives small letters: a note',
      (s) => s.asks(OTHER_PHARMACY, 'verify', 'real22', 10),
      ['D01 2 data-quality'],
    ],
    [
      'the scanner swaps Y and Z: a note',
      (s) => s.asks(PHARMACY, 'verify', 'REAL1Z', 10),
      ['D01 2 data-quality'],
    ],
    [
      'a lost separator leaves the batch on its end, where the pack is on the shelf',
      (s) => s.asks(PHARMACY, 'verify', 'REAL2210L1', 10),
      ['D01 2 data-quality'],
    ],
    [
      'two characters changed places, where the pack is on the shelf',
      (s) => s.asks(PHARMACY, 'verify', 'RELA22', 10),
      ['D01 2 data-quality'],
    ],
    [
      'read again at once, and well',
      (s) =>
        s
          .asks(PHARMACY, 'verify', 'real22', 10)
          .event(PHARMACY, says(PHARMACY, 'supply', 10.1), 'REAL22')
          .asks(PHARMACY, 'verify', 'REAL22', 10.3),
      [],
    ],
    ['a regulator shows a pack that it seized', (s) => s.asks(REGULATOR, 'verify', 'FAKE99', 10), []],
  ])('%s', (_name, happens, expected) => {
    expect(happens(story()).standing.filter((one) => one.startsWith('D01'))).toEqual(expected);
  });
});

test('the batch was uploaded between the scan and its leaf: found, and cleared at once', () => {
  const s = story();
  s.commissionedSince = {
    event: 'c0ffee',
    recordedAt: Date.UTC(2026, 9, 1, 10, 1),
  } as Story['commissionedSince'];
  s.asks(PHARMACY, 'verify', 'FAKE99', 10);
  expect(s.found.map(({ detector }) => detector)).toContain('D01');
  expect(s.standing.filter((one) => one.startsWith('D01'))).toEqual([]);
});

test('cleared by reading well, and unknown again later: a finding again', () => {
  const s = story()
    .asks(PHARMACY, 'verify', 'real22', 10)
    .event(PHARMACY, says(PHARMACY, 'supply', 10.1), 'REAL22');
  s.asks(PHARMACY, 'verify', 'REAL22', 10.3).asks(PHARMACY, 'verify', 'real22', 11);
  expect(s.standing.filter((one) => one.startsWith('D01'))).toEqual([CASE]);
});

test('what it says tells what was tested', () => {
  const { only } = story().asks(PHARMACY, 'verify', 'FAKE99', 10, NO_LOT);
  expect(only).toMatchObject({
    title: 'A pack that nobody registered was presented at pharmacy 4 (City pharmacy 4, Germany)',
    observed:
      'pharmacy 4 (City pharmacy 4, Germany) verified Demo tablets 500 mg, serial FAKE99 on 1 October 2026 at 10:00 UTC. ' +
      'The serial has never been commissioned by manufacturer 1. The printed batch NOLOT does not exist.',
    visibleAt: only.raisedAt + 30 * 60_000,
  });
  expect(only.innocent).toHaveLength(3);
});
