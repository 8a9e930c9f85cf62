import { expect, test } from 'vitest';
import { date, hour, OTHER_PHARMACY, PHARMACY, says, WHOLESALER } from '../../custody/claims-in-tests.ts';
import type { LicenceRecord, PartyRecord } from '../facts.ts';
import { Story } from '../story-in-tests.ts';

const licence = (activity: LicenceRecord['activity'], more: Partial<LicenceRecord> = {}): LicenceRecord => ({
  ...{ activity, market: 'DE', from: date('2020-01-01'), to: undefined, knownAt: undefined },
  ...more,
});
const CASE = 'D15 4 case';

/** On 1 October 2026 the wholesaler ships two packs to the pharmacy, which supplies them. */
function trade(standing: Partial<PartyRecord>, who = WHOLESALER): Story {
  const story = new Story();
  story.standings.set(who.gln, { licences: undefined, suspensions: [], ...standing });
  return story
    .commissioned('S1', 'S2')
    .event(WHOLESALER, says(WHOLESALER, 'ship', 3, { to: PHARMACY.gln }), 'S1', 'S2')
    .event(PHARMACY, says(PHARMACY, 'supply', 10), 'S1')
    .event(PHARMACY, says(PHARMACY, 'supply', 11), 'S2');
}

test.each<[string, () => Story, readonly string[]]>([
  ['licensed', () => trade({ licences: [licence('wholesale')] }), []],
  [
    'licensed in the union of which the country is a member',
    () => trade({ licences: [licence('wholesale', { market: 'EU' })] }),
    [],
  ],
  ['innocent: the register does not cover it', () => trade({}), []],
  ['no licence', () => trade({ licences: [] }), [CASE]],
  ['licensed for something else', () => trade({ licences: [licence('dispense')] }), [CASE]],
  [
    'licensed for another country',
    () => trade({ licences: [licence('wholesale', { market: 'FR' })] }),
    [CASE],
  ],
  ['ended long ago', () => trade({ licences: [licence('wholesale', { to: date('2026-08-01') })] }), [CASE]],
  [
    'innocent: ended a week ago, and renewals take a fortnight',
    () => trade({ licences: [licence('wholesale', { to: date('2026-09-24') })] }),
    ['D15 2 data-quality'],
  ],
  ['on the last day', () => trade({ licences: [licence('wholesale', { to: date('2026-10-01') })] }), []],
  [
    'suspended',
    () =>
      trade({
        licences: [licence('wholesale')],
        suspensions: [{ from: date('2026-09-30'), to: undefined, knownAt: hour(-5) }],
      }),
    [CASE],
  ],
  [
    'innocent: the suspension became known after the shipment',
    () =>
      trade({
        licences: [licence('wholesale')],
        suspensions: [{ from: date('2026-09-30'), to: undefined, knownAt: hour(5) }],
      }),
    [],
  ],
  ['a counter without a licence: one finding a day', () => trade({ licences: [] }, PHARMACY), [CASE]],
])('%s', (_name, happens, expected) => {
  expect(happens().standingOf('D15')).toEqual(expected);
});

test('every shipment of a suspended party is a finding, for every receiver must be told', () => {
  const story = trade({ licences: [] })
    .commissioned('S3')
    .event(WHOLESALER, says(WHOLESALER, 'ship', 12, { to: OTHER_PHARMACY.gln }), 'S3');
  expect(story.standingOf('D15')).toEqual([CASE, CASE]);
  expect(story.found.find(({ detector }) => detector === 'D15')?.observed).toContain(
    'although the register names no licence of it for this (wholesale)',
  );
});
