import { expect, test } from 'vitest';
import { declares, lot, MAKER, MAKERS_AGENT, says } from '../../custody/claims-in-tests.ts';
import { Story } from '../story-in-tests.ts';

const first = says(MAKER, 'commission', 0);
const story = () => new Story().event(MAKER, first, 'S1', 'S2', 'S3');
const again = (at: number, more = {}) => says(MAKER, 'commission', at, { lot: lot('L2'), ...more });
const CASE = 'D04 4 case';

test.each<[string, (s: Story) => Story, readonly string[]]>([
  [
    'two uploads claim serials with another batch: one finding for all of them',
    (s) => s.event(MAKER, again(5), 'S1', 'S2', 'NEW'),
    [CASE],
  ],
  [
    'the agent commissions what the maker has commissioned',
    (s) => s.event(MAKERS_AGENT, says(MAKERS_AGENT, 'commission', 5), 'S1'),
    [CASE],
  ],
  [
    'a third upload is a second finding',
    (s) => s.event(MAKER, again(5), 'S1').event(MAKER, again(6), 'S1'),
    [CASE, CASE],
  ],
  ['the same content again is one event', (s) => s.event(MAKER, { ...first, event: 'again' }, 'S1'), []],
  ['other serials', (s) => s.event(MAKER, again(5), 'S4'), []],
])('%s', (_name, happens, expected) => {
  expect(happens(story()).standing).toEqual(expected);
});

test.each<[string, number, readonly string[]]>([
  ['within a day clears it', 28, []],
  ['later leaves it to the inspector', 30, [CASE]],
])('a declaration of error for the second record %s', (_name, at, expected) => {
  const second = again(5);
  const s = story().event(MAKER, second, 'S1', 'S2').event(MAKER, declares(second, at), 'S1', 'S2');
  expect(s.standing).toEqual(expected);
});

test('so does one for the first', () => {
  const s = story()
    .event(MAKER, again(5), 'S1', 'S2', 'S3')
    .event(MAKER, declares(first, 6), 'S1', 'S2', 'S3');
  expect(s.standing).toEqual([]);
});

test('what it says names both records', () => {
  const { only } = story().event(MAKER, again(5), 'S1', 'S2');
  expect(only.title).toMatch(/^Two production records claim 2 serials: manufacturer 1/);
  expect(only.events).toHaveLength(2);
});
