import { expect, test } from 'vitest';
import {
  FRENCH_PHARMACY,
  hour,
  MAKER,
  OTHER_PHARMACY,
  PHARMACY,
  REGULATOR,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

const story = () => new Story().delivered(PHARMACY, 'S1', 'S2', 'S3');
const theft = says(PHARMACY, 'steal', 20);
const stolen = () => story().event(PHARMACY, theft, 'S1', 'S2');
const CASE = 'D14 5 case';

test.each<[string, () => Story, readonly string[]]>([
  ['verified elsewhere', () => stolen().asks(OTHER_PHARMACY, 'verify', 'S1', 30), [CASE]],
  [
    'tried again: one finding',
    () => stolen().asks(OTHER_PHARMACY, 'verify', 'S1', 30).asks(OTHER_PHARMACY, 'verify', 'S1', 31),
    [CASE],
  ],
  [
    'supplied through the capture door',
    () => stolen().event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 30), 'S1', 'S2'),
    [CASE],
  ],
  [
    'offered for shipment: one finding for all',
    () => stolen().event(WHOLESALER, says(WHOLESALER, 'ship', 30), 'S1', 'S2'),
    [CASE],
  ],
  ['abroad: one for each regulator', () => stolen().asks(FRENCH_PHARMACY, 'verify', 'S1', 30), [CASE, CASE]],
  [
    'the report comes after others have moved the packs on: every one of their steps since the theft',
    () =>
      story()
        .event(PHARMACY, says(PHARMACY, 'ship', 21, { to: OTHER_PHARMACY.gln }), 'S1', 'S2', 'S3')
        .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'receive', 22), 'S1', 'S2', 'S3')
        .event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'supply', 23), 'S2')
        .event(MAKER, says(MAKER, 'steal', 20, { recordedAt: hour(40), claimedAt: hour(20) }), 'S1', 'S2'),
    [CASE, CASE, CASE],
  ],
  ['innocent: what was recorded before the theft', () => stolen(), []],
  [
    'a theft reported by somebody who does not answer for the packs accuses nobody',
    () =>
      story()
        .event(PHARMACY, says(PHARMACY, 'ship', 21, { to: OTHER_PHARMACY.gln }), 'S1')
        .event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'steal', 20, { recordedAt: hour(40) }), 'S1'),
    [],
  ],
  [
    'innocent: another pack of the batch',
    () => stolen().event(PHARMACY, says(PHARMACY, 'supply', 30), 'S3'),
    [],
  ],
  [
    'innocent: a regulator looks at a pack that was found',
    () => stolen().asks(REGULATOR, 'verify', 'S1', 30),
    [],
  ],
  [
    'innocent: reported found, and then supplied',
    () =>
      stolen()
        .event(REGULATOR, says(REGULATOR, 'lift', 30, { lifts: theft.event }), 'S1')
        .event(PHARMACY, says(PHARMACY, 'supply', 31), 'S1'),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standing).toEqual(expected);
});

test('what it says names the report and who showed the pack', () => {
  const { only } = stolen().asks(OTHER_PHARMACY, 'verify', 'S1', 30);
  expect(only).toMatchObject({
    title: 'A stolen pack surfaced at pharmacy 6 (City pharmacy 6, Germany)',
    observed:
      'pharmacy 6 (City pharmacy 6, Germany) verified Demo tablets 500 mg, serial S1 on 2 October 2026 at 06:00 UTC. ' +
      'pharmacy 4 (City pharmacy 4, Germany) reported the theft on 1 October 2026 at 20:00 UTC, for 1 October 2026 at 20:00 UTC.',
    events: [theft.event],
  });
});

const locked = () => new Story().delivered(PHARMACY, 'S1', 'S2').event(MAKER, says(MAKER, 'lock', 10), 'S1');

test.each<[string, () => Story, readonly string[]]>([
  ['stopped at the counter', () => locked().asks(PHARMACY, 'supply', 'S1', 20), ['D14 3 case']],
  [
    'shown: where it is, is news for who locked it',
    () => locked().asks(PHARMACY, 'verify', 'S1', 20),
    ['D14 2 case'],
  ],
  [
    'supplied all the same',
    () => locked().event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1'),
    ['D14 4 case'],
  ],
  [
    'sent back',
    () => locked().event(PHARMACY, says(PHARMACY, 'return-ship', 20, { to: WHOLESALER.gln }), 'S1'),
    [],
  ],
  ['another pack', () => locked().asks(PHARMACY, 'verify', 'S2', 20), []],
])('locked: %s', (_name, happens, expected) => {
  expect(happens().standingOf('D14')).toEqual(expected);
});
