import { expect, test } from 'vitest';
import { faultsCsv, judgeSerials, serialsIn } from './serial-rows.ts';

const serials = (text: string) => serialsIn(text).map(({ serial }) => serial);

test('a pasted list is one serial in a line, blank lines and a byte order mark passed over', () => {
  expect(serials('\uFEFFSN01\r\n\r\nSN02\nSN03\n')).toEqual(['SN01', 'SN02', 'SN03']);
});

test('rows keep the numbers they have in the file, so that a fault can be found there', () => {
  expect(serialsIn('serial\n\nSN01').map(({ row }) => row)).toEqual([3]);
});

test.each(['Serial Number;Batch\nSN01;A', 'batch,serial\nA,SN01', 'x\t(21)\nA\tSN01', '"SN"\n"SN01"'])(
  'the column of serials is found by its heading: %j',
  (text) => {
    expect(serials(text)).toEqual(['SN01']);
  },
);

test('quotes hold separators and quotes inside a value', () => {
  expect(serials('"A,1"\n"B""2"')).toEqual(['A,1', 'B"2']);
});

test('a serial that stands twice names the row where it stood first', () => {
  const rows = judgeSerials(serialsIn('A1\nA2\nA1'), new Set());
  expect(rows.map(({ fault }) => fault)).toEqual([undefined, undefined, { code: 'serial/repeated', row: 1 }]);
});

test('a taken serial, a space and an overlong serial are each their own fault', () => {
  const rows = judgeSerials(serialsIn(`TAKEN\nA B\n${'9'.repeat(21)}`), new Set(['TAKEN']));
  expect(rows.map(({ fault }) => fault?.code)).toEqual([
    'serial/taken',
    'serial/character',
    'serial/too-long',
  ]);
});

test('ten thousand rows are judged without a fault when there is none', () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `SN${at}`).join('\n');
  expect(judgeSerials(serialsIn(text), new Set()).every(({ fault }) => fault === undefined)).toBe(true);
});

test('the file of faults can be read again, and runs no formula in a spreadsheet', () => {
  const csv = faultsCsv([{ row: 7, serial: '=1+1', text: 'a "fault", said' }]);
  expect(csv).toBe('row,serial,fault\r\n"7","\'=1+1","a ""fault"", said"\r\n');
});
