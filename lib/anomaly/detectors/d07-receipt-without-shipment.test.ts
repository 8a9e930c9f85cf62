import { expect, test } from 'vitest';
import {
  declares,
  gln,
  OTHER_PHARMACY,
  PHARMACY,
  recordedAt,
  SISTER,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

const CASE = 'D07 3 case';
const atWholesaler = () => new Story().delivered(WHOLESALER, 'S1', 'S2', 'S3');
const receipt = says(OTHER_PHARMACY, 'receive', 20, { from: WHOLESALER.gln });
const received = () => atWholesaler().event(OTHER_PHARMACY, receipt, 'S1', 'S2');

test.each<[string, () => Story, readonly string[]]>([
  ['packs received that nobody shipped: one finding for the receipt', received, [CASE]],
  [
    'said to come from somebody that is not registered',
    () => atWholesaler().event(OTHER_PHARMACY, says(OTHER_PHARMACY, 'receive', 20, { from: gln(999) }), 'S1'),
    ['D07 4 case'],
  ],
  [
    'the holder ships the same packs to somebody else later: two have them',
    () => received().event(WHOLESALER, says(WHOLESALER, 'ship', 60, { to: PHARMACY.gln }), 'S1', 'S2'),
    [CASE, 'D07 5 case'],
  ],
  [
    'innocent: the shipment is recorded late',
    () =>
      received().event(
        WHOLESALER,
        recordedAt(70, says(WHOLESALER, 'ship', 15, { to: OTHER_PHARMACY.gln })),
        'S1',
        'S2',
      ),
    [],
  ],
  [
    'the late shipment names other packs',
    () =>
      received().event(
        WHOLESALER,
        recordedAt(70, says(WHOLESALER, 'ship', 15, { to: OTHER_PHARMACY.gln })),
        'S3',
      ),
    [CASE],
  ],
  [
    'the late shipment went to somebody else',
    () =>
      received().event(WHOLESALER, recordedAt(70, says(WHOLESALER, 'ship', 15, { to: PHARMACY.gln })), 'S1'),
    [CASE, 'D07 5 case'],
  ],
  [
    'innocent: the receiver declares its receipt an error',
    () => received().event(OTHER_PHARMACY, declares(receipt, 90), 'S1', 'S2'),
    [],
  ],
  [
    'innocent: a transfer between branches of one owner',
    () => new Story().delivered(PHARMACY, 'S1').event(SISTER, says(SISTER, 'receive', 20), 'S1'),
    [],
  ],
  [
    'innocent: it was shipped to a branch of the receiver',
    () =>
      atWholesaler()
        .event(WHOLESALER, says(WHOLESALER, 'ship', 10, { to: PHARMACY.gln }), 'S1')
        .event(SISTER, says(SISTER, 'receive', 20), 'S1'),
    [],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D07')).toEqual(expected);
});

test('a regulator does not see it for five days, in which the shipment may come', () => {
  const [one] = received().found;
  expect((one?.visibleAt ?? 0) - (one?.raisedAt ?? 0)).toBe(5 * 86_400_000);
  expect(one?.observed).toContain('said to come from wholesaler 3');
});
