import { expect, test } from 'vitest';
import {
  declares,
  OTHER_PHARMACY,
  PHARMACY,
  recordedAt,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { pharmacyNo, Story } from '../story-in-tests.ts';

const BUYER = pharmacyNo(1, { role: 'wholesaler', name: 'buyer 1' });
const CASE = 'D11 5 case';
const supply = says(PHARMACY, 'supply', 10);
const supplied = () =>
  new Story().delivered(PHARMACY, 'S1', 'S2', 'S3', 'S4').event(PHARMACY, supply, 'S1', 'S2', 'S3');

test.each<[string, () => Story, readonly string[]]>([
  [
    'bought back: a wholesaler ships what a pharmacy supplied',
    () => supplied().event(BUYER, says(BUYER, 'ship', 200, { to: OTHER_PHARMACY.gln }), 'S1', 'S2'),
    [CASE],
  ],
  [
    'received from a patient’s hand',
    () => supplied().event(BUYER, says(BUYER, 'receive', 200), 'S1'),
    [CASE],
  ],
  [
    'the pharmacy itself sells on many of what it supplied',
    () => supplied().event(PHARMACY, says(PHARMACY, 'ship', 200, { to: BUYER.gln }), 'S1', 'S2', 'S3'),
    [CASE],
  ],
  [
    'innocent: one pack of its own, which may have been a neighbour of that supplied',
    () => supplied().event(PHARMACY, says(PHARMACY, 'ship', 200, { to: BUYER.gln }), 'S1'),
    ['D11 3 case'],
  ],
  [
    'who receives that pack is not to blame: one finding',
    () =>
      supplied()
        .event(PHARMACY, says(PHARMACY, 'ship', 200, { to: BUYER.gln }), 'S1')
        .event(BUYER, says(BUYER, 'receive', 220), 'S1'),
    ['D11 3 case'],
  ],
  [
    'and it takes the mistaken supply back: explained',
    () =>
      supplied()
        .event(PHARMACY, says(PHARMACY, 'ship', 200, { to: BUYER.gln }), 'S1')
        .event(PHARMACY, declares(supply, 210), 'S1', 'S2', 'S3'),
    [],
  ],
  [
    'a case about many is not closed by who it convicts',
    () =>
      supplied()
        .event(PHARMACY, says(PHARMACY, 'ship', 200, { to: BUYER.gln }), 'S1', 'S2', 'S3')
        .event(PHARMACY, declares(supply, 210), 'S1', 'S2', 'S3'),
    [CASE],
  ],
  [
    'innocent: returned',
    () =>
      supplied()
        .event(PHARMACY, says(PHARMACY, 'return-ship', 200, { to: WHOLESALER.gln }), 'S1')
        .event(WHOLESALER, says(WHOLESALER, 'receive', 220), 'S1'),
    [],
  ],
  [
    'innocent: the supply was undone before',
    () =>
      supplied()
        .event(PHARMACY, declares(supply, 20), 'S1', 'S2', 'S3')
        .event(PHARMACY, says(PHARMACY, 'ship', 200, { to: BUYER.gln }), 'S1'),
    [],
  ],
  [
    'innocent: recorded late, for a day before the supply',
    () => supplied().event(PHARMACY, recordedAt(200, says(PHARMACY, 'ship', 8, { to: BUYER.gln })), 'S1'),
    [],
  ],
  [
    'innocent: another pack of the batch',
    () => supplied().event(PHARMACY, says(PHARMACY, 'ship', 200, { to: BUYER.gln }), 'S4'),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D11')).toEqual(expected);
});
