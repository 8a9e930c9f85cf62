import { describe, expect, test } from 'vitest';
import { deliveryDifference, packGroups, takenAsOne } from './delivery-difference.ts';
import { readLine, readLines } from './read-lines.ts';
import type { AnnouncedLine, ReadPack } from './shipping-data.ts';

const GTIN = '09506000134352';
const line = (serial: string, batch = 'ABC123', more: Partial<AnnouncedLine> = {}): AnnouncedLine => ({
  gtin: GTIN,
  serial,
  batch,
  expiry: '2028-05-31',
  productName: 'Demo',
  unit: null,
  container: null,
  ...more,
});
const ANNOUNCED = [line('A'), line('B'), line('C', 'XYZ')];

const compared = (announced: readonly AnnouncedLine[], scanned: readonly ReadPack[], units: string[] = []) =>
  deliveryDifference(announced, scanned, new Set(units));

describe('a pallet that was shipped as one', () => {
  const pallet = { unit: 'P', container: 'K' };
  const onPallet = [line('A', 'L', pallet), line('B', 'L', pallet), line('C', 'L')];

  test('is there by its label, or by that of each case on it, and its packs are inferred', () => {
    for (const label of ['P', 'K']) {
      const { matched, inferred, missing } = compared(onPallet, [{ gtin: GTIN, serial: 'A' }], [label]);
      expect(matched.map(({ serial }) => serial)).toEqual(['A', 'B']);
      expect(inferred.map(({ serial }) => serial)).toEqual(['B']);
      expect(missing.map(({ serial }) => serial)).toEqual(['C']);
    }
  });

  test('is received as one, and what was scanned of it is told as seen', () => {
    const difference = compared(onPallet, [{ gtin: GTIN, serial: 'A' }], ['P']);
    expect(takenAsOne(onPallet, difference)).toMatchObject({
      units: ['P'],
      packs: [],
      checked: [{ serial: 'A', container: 'K' }],
    });
  });

  test('is received pack by pack where one of them is missing or other than announced', () => {
    const missing = compared(onPallet, [{ gtin: GTIN, serial: 'A' }]);
    expect(takenAsOne(onPallet, missing)).toMatchObject({ units: [], packs: [{ serial: 'A' }], checked: [] });
    const other = compared(onPallet, [{ gtin: GTIN, serial: 'A', batch: 'X' }], ['P']);
    expect(takenAsOne(onPallet, other)).toMatchObject({ units: [], packs: [{ serial: 'B' }] });
  });
});

test('a delivery that is as announced has no difference', () => {
  const scanned = ANNOUNCED.map(({ gtin, serial, batch }) => ({ gtin, serial, batch, expiry: '280531' }));
  expect(compared(ANNOUNCED, scanned)).toEqual({
    ...{ matched: ANNOUNCED, inferred: [], missing: [], extra: [] },
  });
});

test('what was announced and not scanned is missing, what was scanned and not announced is extra', () => {
  const { missing, extra } = compared(ANNOUNCED, [
    { gtin: GTIN, serial: 'A' },
    { gtin: GTIN, serial: 'Z' },
  ]);
  expect(missing.map(({ serial }) => serial)).toEqual(['B', 'C']);
  expect(extra).toMatchObject([{ pack: { serial: 'Z' }, reason: 'not-announced' }]);
});

test('the right serial with another batch or expiry is neither there nor missing', () => {
  const { matched, missing, extra } = compared(ANNOUNCED, [
    { gtin: GTIN, serial: 'A', batch: 'OTHER' },
    { gtin: GTIN, serial: 'B', batch: 'ABC123', expiry: '280630' },
  ]);
  expect(matched).toEqual([]);
  expect(missing.map(({ serial }) => serial)).toEqual(['C']);
  expect(extra.map(({ reason }) => reason)).toEqual(['wrong-batch', 'wrong-batch']);
});

test('an expiry printed with day 00 is that of the whole month', () => {
  expect(compared([line('A')], [{ gtin: GTIN, serial: 'A', expiry: '280500' }]).extra).toEqual([]);
});

test('a pack scanned twice counts once', () => {
  const twice = [
    { gtin: GTIN, serial: 'Z' },
    { gtin: GTIN, serial: 'Z' },
  ];
  expect(compared([], twice).extra).toHaveLength(1);
});

test('packs are grouped by product and batch in the order they came', () => {
  expect(packGroups(ANNOUNCED).map(({ packs }) => packs.length)).toEqual([2, 1]);
});

test('pasted lines are read as brackets or as a scanner sends them, each fault with its line', () => {
  const lines = readLines(`(01)${GTIN}(21)A(10)ABC123\n\nnonsense`, 2026);
  expect(lines).toMatchObject([
    { line: 1, pack: { gtin: GTIN, serial: 'A', batch: 'ABC123' } },
    { line: 3, text: 'nonsense' },
  ]);
});

test('the code of a case is the name of the case, and that of a place is neither', () => {
  expect(readLine('(00)195060001111111116', 'manual', 2026)).toMatchObject({ unit: '195060001111111116' });
  expect(readLine('(414)9506000134352', 'manual', 2026)).toMatchObject({ fault: undefined });
});
