import { expect, test } from 'vitest';
import {
  declares,
  MAKER,
  MAKERS_AGENT,
  OTHER_PHARMACY,
  PHARMACY,
  recordedAt,
  SISTER,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { pharmacyNo, Story } from '../story-in-tests.ts';

const ROGUE = pharmacyNo(1, { role: 'wholesaler', name: 'rogue 1' });
const CASE = 'D06 4 case';
const atHolder = () => new Story().delivered(WHOLESALER, 'S1', 'S2');
const rogueShips = says(ROGUE, 'ship', 10, { to: PHARMACY.gln });

test.each<[string, () => Story, readonly string[]]>([
  ['a stranger ships what another holds', () => atHolder().event(ROGUE, rogueShips, 'S1', 'S2'), [CASE]],
  [
    'the holder ships the same pack later: two have it',
    () =>
      atHolder()
        .event(ROGUE, rogueShips, 'S1')
        .event(WHOLESALER, says(WHOLESALER, 'ship', 40, { to: OTHER_PHARMACY.gln }), 'S1'),
    [CASE, 'D06 5 case'],
  ],
  [
    'innocent: the shipment to the stranger is recorded late',
    () =>
      atHolder()
        .event(ROGUE, rogueShips, 'S1', 'S2')
        .event(WHOLESALER, recordedAt(30, says(WHOLESALER, 'ship', 8, { to: ROGUE.gln })), 'S1', 'S2'),
    [],
  ],
  [
    'the missing shipment comes for one of the two packs only',
    () =>
      atHolder()
        .event(ROGUE, rogueShips, 'S1', 'S2')
        .event(WHOLESALER, recordedAt(30, says(WHOLESALER, 'ship', 8, { to: ROGUE.gln })), 'S1'),
    [CASE],
  ],
  [
    'innocent: the sender declares its shipment an error within five days',
    () => atHolder().event(ROGUE, rogueShips, 'S1').event(ROGUE, declares(rogueShips, 100), 'S1'),
    [],
  ],
  [
    'a declaration after the case was opened clears nothing',
    () => atHolder().event(ROGUE, rogueShips, 'S1').event(ROGUE, declares(rogueShips, 200), 'S1'),
    [CASE],
  ],
  [
    'innocent: a sister of the holder ships, for moves within a house need no record',
    () =>
      new Story()
        .delivered(PHARMACY, 'S1')
        .event(SISTER, says(SISTER, 'ship', 10, { to: OTHER_PHARMACY.gln }), 'S1'),
    [],
  ],
  [
    'innocent: an agent ships for the holder',
    () =>
      new Story()
        .commissioned('S1')
        .event(MAKERS_AGENT, says(MAKERS_AGENT, 'ship', 10, { to: WHOLESALER.gln }), 'S1'),
    [],
  ],
  [
    'innocent: it was shipped to the sender, which never recorded the receipt',
    () =>
      new Story()
        .commissioned('S1')
        .event(MAKER, says(MAKER, 'ship', 1, { to: WHOLESALER.gln }), 'S1')
        .event(WHOLESALER, says(WHOLESALER, 'ship', 10, { to: PHARMACY.gln }), 'S1'),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D06')).toEqual(expected);
});

test('one whose own books are patchy is asked to mend them, and accused of nothing', () => {
  const story = new Story().delivered(WHOLESALER, ...['S1', 'S2', 'S3', 'S4', 'S5']);
  for (const [n, serial] of ['S1', 'S2', 'S3', 'S4', 'S5'].entries())
    story.event(ROGUE, says(ROGUE, 'ship', 10 + n, { to: PHARMACY.gln }), serial);
  expect(story.standingOf('D06')).toEqual([
    CASE,
    CASE,
    'D06 2 data-quality',
    'D06 2 data-quality',
    'D06 2 data-quality',
  ]);
});

test('only the first break of a trail is blamed: who receives from the stranger and sends on has a way on record', () => {
  const story = atHolder()
    .event(ROGUE, rogueShips, 'S1')
    .event(PHARMACY, says(PHARMACY, 'receive', 20), 'S1')
    .event(PHARMACY, says(PHARMACY, 'ship', 30, { to: OTHER_PHARMACY.gln }), 'S1');
  expect(story.standingOf('D06', 'D07', 'D09')).toEqual([CASE]);
});
