import { expect, test } from 'vitest';
import { box } from '../../custody/yard-in-tests.ts';
import { packNo, ReplayInTests } from '../replay/replay-in-tests.ts';

const CASE = box(1);
const [A, B, C] = [packNo(1), packNo(2), packNo(3)];

/** Three packs in a case that is closed, and at the wholesaler's. */
const cased = () =>
  new ReplayInTests()
    .does(0, 'maker', 'commission', [A, B, C])
    .packs(1, 'maker', 'ADD', CASE, [A, B, C])
    .does(10, 'maker', 'ship', [CASE], 'wholesaler')
    .does(30, 'wholesaler', 'receive', [CASE]);

test.each<[string, () => ReplayInTests, readonly string[]]>([
  ['a case on its way', cased, []],
  [
    'a pack of the closed case comes up at a counter far away',
    () => cased().does(60, 'pharmacy', 'supply', [A]),
    ['D10 5 case'],
  ],
  [
    'innocent: unpacked, and delivered by itself',
    () =>
      cased()
        .packs(31, 'wholesaler', 'DELETE', CASE, [A])
        .does(40, 'wholesaler', 'ship', [A], 'pharmacy')
        .does(60, 'pharmacy', 'receive', [A])
        .does(70, 'pharmacy', 'supply', [A]),
    [],
  ],
  [
    'innocent: unpacked where the case is, and nobody said so: a hint, once a week',
    () =>
      cased().does(40, 'wholesaler', 'ship', [A], 'pharmacy').does(41, 'wholesaler', 'ship', [B], 'pharmacy'),
    ['D10 1 data-quality'],
  ],
  [
    'a stranger packs into the case',
    () =>
      cased()
        .does(40, 'maker', 'commission', [packNo(9)])
        .packs(50, 'maker', 'ADD', CASE, [packNo(9)]),
    ['D10 3 case'],
  ],
  [
    'unpacked what was never inside: a hint',
    () =>
      cased()
        .does(5, 'maker', 'commission', [packNo(9)])
        .does(11, 'maker', 'ship', [packNo(9)], 'wholesaler')
        .does(31, 'wholesaler', 'receive', [packNo(9)])
        .packs(40, 'wholesaler', 'DELETE', CASE, [packNo(9)]),
    ['D10 1 data-quality'],
  ],
])('%s', (_name, happens, expected) => {
  expect(happens().standing.filter((one) => one.startsWith('D10'))).toEqual(expected);
});

test('what came in its container was delivered: no detector asks for a delivery of its own', () => {
  const story = cased()
    .does(40, 'wholesaler', 'ship', [CASE], 'pharmacy')
    .does(60, 'pharmacy', 'receive', [CASE])
    .packs(61, 'pharmacy', 'DELETE', CASE, [A, B, C])
    .does(70, 'pharmacy', 'supply', [A]);
  expect(story.standing).toEqual([]);
  expect(story.does(200, 'other', 'supply', [A]).standing).toEqual(['D03 5 case']);
});
