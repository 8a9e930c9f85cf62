import { expect, test } from 'vitest';
import { csvResponse } from './csv-response.ts';

test('what would part a field or end a row is quoted', async () => {
  const response = csvResponse('table', [
    ['name', 'count'],
    ['Muster, "Groß" & Söhne\nKG', 3],
  ]);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="table.csv"');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('name,count\r\n"Muster, ""Groß"" & Söhne\nKG",3\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is no formula', async (text) => {
  expect((await csvResponse('table', [[text]]).text()).trim()).toContain(`'${text}`.trim());
});

test('a number below zero is a number', async () => {
  expect(await csvResponse('table', [[-1.5]]).text()).toContain('-1.5\r\n');
});
