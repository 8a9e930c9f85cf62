import { expect, test } from 'vitest';
import {
  date,
  FRENCH_PHARMACY,
  hour,
  PHARMACY,
  PRODUCT,
  says,
  WHOLESALER,
} from '../../custody/claims-in-tests.ts';
import type { ImportApproval } from '../facts.ts';
import { pharmacyNo, Story } from '../story-in-tests.ts';

const GERMAN_ONLY = { ...PRODUCT, markets: PRODUCT.markets.filter(({ country }) => country === 'DE') };
const CASE = 'D16 4 case';
const IMPORTER = pharmacyNo(1, { role: 'wholesaler', country: 'FR', name: 'importer 1' });
const APPROVAL: ImportApproval = {
  ...{ party: IMPORTER.gln, fromMarket: 'DE', toMarket: 'FR' },
  ...{ from: date('2026-01-01'), to: date('2026-12-31'), knownAt: undefined },
};

function germanOnly(imports: readonly ImportApproval[] = []): Story {
  const story = new Story();
  story.product = GERMAN_ONLY;
  story.imports = imports;
  return story;
}

const toFrance = (story: Story) =>
  story
    .commissioned('S1', 'S2')
    .event(WHOLESALER, says(WHOLESALER, 'ship', 5, { to: FRENCH_PHARMACY.gln }), 'S1', 'S2')
    .event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'receive', 30), 'S1', 'S2');

const viaImporter = (story: Story) =>
  story
    .delivered(WHOLESALER, 'S1', 'S2')
    .event(WHOLESALER, says(WHOLESALER, 'ship', 5, { to: IMPORTER.gln }), 'S1', 'S2')
    .event(IMPORTER, says(IMPORTER, 'receive', 30), 'S1', 'S2')
    .event(IMPORTER, says(IMPORTER, 'ship', 40, { to: FRENCH_PHARMACY.gln }), 'S1', 'S2')
    .event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'receive', 60), 'S1', 'S2')
    .event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'supply', 70), 'S1');

test.each<[string, () => Story, readonly string[]]>([
  ['received by a counter abroad: one finding for the receipt', () => toFrance(germanOnly()), [CASE]],
  [
    'and supplied there: one more for the day',
    () =>
      toFrance(germanOnly())
        .event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'supply', 50), 'S1')
        .event(FRENCH_PHARMACY, says(FRENCH_PHARMACY, 'supply', 51), 'S2'),
    [CASE, CASE],
  ],
  [
    'verified abroad',
    () => germanOnly().commissioned('S1').asks(FRENCH_PHARMACY, 'verify', 'S1', 50),
    [CASE],
  ],
  ['innocent: registered for both', () => toFrance(new Story()), []],
  [
    'innocent: at home',
    () =>
      germanOnly()
        .delivered(PHARMACY, 'S1')
        .event(PHARMACY, says(PHARMACY, 'supply', 50), 'S1'),
    [],
  ],
  ['innocent: an approved parallel import', () => viaImporter(germanOnly([APPROVAL])), []],
  ['the leave is for another importer', () => toFrance(germanOnly([APPROVAL])), [CASE]],
  [
    'the leave has ended',
    () => viaImporter(germanOnly([{ ...APPROVAL, to: date('2026-09-01') }])),
    [CASE, CASE],
  ],
  [
    'the leave became known only later',
    () => viaImporter(germanOnly([{ ...APPROVAL, knownAt: hour(65) }])),
    [CASE],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D16')).toEqual(expected);
});

const withdrawn = () => {
  const story = new Story().delivered(PHARMACY, 'S1', 'S2');
  story.product = {
    ...PRODUCT,
    markets: [{ country: 'DE', marketedFrom: date('2020-01-01'), withdrawnFrom: date('2026-10-01') }],
  };
  return story;
};

test.each<[string, () => Story, readonly string[]]>([
  ['stopped at the counter', () => withdrawn().asks(PHARMACY, 'supply', 'S1', 20), ['D16 2 case']],
  ['only looked at', () => withdrawn().asks(PHARMACY, 'verify', 'S1', 20), ['D16 1 case']],
  ['supplied all the same', () => withdrawn().event(PHARMACY, says(PHARMACY, 'supply', 20), 'S1'), [CASE]],
  [
    'innocent: sent back',
    () => withdrawn().event(PHARMACY, says(PHARMACY, 'return-ship', 20, { to: WHOLESALER.gln }), 'S1'),
    [],
  ],
])('withdrawn: %s', (_name, happens, expected) => {
  expect(happens().standingOf('D16')).toEqual(expected);
});
