import { expect, test } from 'vitest';
import { deliveryDifference, packGroups } from './delivery-difference.ts';
import { readLine, readLines } from './read-lines.ts';
import type { PackLine } from './shipping-data.ts';

const GTIN = '09506000134352';
const line = (serial: string, batch = 'ABC123'): PackLine => ({
  gtin: GTIN,
  serial,
  batch,
  expiry: '2028-05-31',
  productName: 'Demo',
});
const ANNOUNCED = [line('A'), line('B'), line('C', 'XYZ')];

test('a delivery that is as announced has no difference', () => {
  const scanned = ANNOUNCED.map(({ gtin, serial, batch }) => ({ gtin, serial, batch, expiry: '280531' }));
  expect(deliveryDifference(ANNOUNCED, scanned)).toEqual({ matched: ANNOUNCED, missing: [], extra: [] });
});

test('what was announced and not scanned is missing, what was scanned and not announced is extra', () => {
  const { missing, extra } = deliveryDifference(ANNOUNCED, [
    { gtin: GTIN, serial: 'A' },
    { gtin: GTIN, serial: 'Z' },
  ]);
  expect(missing.map(({ serial }) => serial)).toEqual(['B', 'C']);
  expect(extra).toMatchObject([{ pack: { serial: 'Z' }, reason: 'not-announced' }]);
});

test('the right serial with another batch or expiry is neither there nor missing', () => {
  const { matched, missing, extra } = deliveryDifference(ANNOUNCED, [
    { gtin: GTIN, serial: 'A', batch: 'OTHER' },
    { gtin: GTIN, serial: 'B', batch: 'ABC123', expiry: '280630' },
  ]);
  expect(matched).toEqual([]);
  expect(missing.map(({ serial }) => serial)).toEqual(['C']);
  expect(extra.map(({ reason }) => reason)).toEqual(['wrong-batch', 'wrong-batch']);
});

test('an expiry printed with day 00 is that of the whole month', () => {
  expect(deliveryDifference([line('A')], [{ gtin: GTIN, serial: 'A', expiry: '280500' }]).extra).toEqual([]);
});

test('a pack scanned twice counts once', () => {
  const twice = [
    { gtin: GTIN, serial: 'Z' },
    { gtin: GTIN, serial: 'Z' },
  ];
  expect(deliveryDifference([], twice).extra).toHaveLength(1);
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

test('the code of a case is no pack and no fault of the scanner', () => {
  expect(readLine('(00)095060001343520004', 'manual', 2026)).toHaveProperty('fault');
});
