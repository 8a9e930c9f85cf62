import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COUNTER_CODES } from '../counter-codes.ts';
import { COUNTER_ROWS } from './index.ts';

test('every row file is registered, once, under its own name', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && !file.endsWith('.test.ts'))
    .map((file) => `counter/${file.slice(0, -3)}`);
  expect(COUNTER_ROWS.map(({ id }) => id).sort()).toEqual(files.sort());
});

test('every row names its section and codes that are explained', () => {
  for (const { source, codes } of COUNTER_ROWS) {
    expect(source).toMatch(/^custody\.md [123]$/);
    expect(codes.every((code) => code in COUNTER_CODES)).toBe(true);
  }
});

test('custody.md 3: the rows stand in the order of the table, with the limits of sections 1 and 2 before the stops', () => {
  expect(COUNTER_ROWS.map(({ id }) => id)).toEqual([
    'counter/held-by-asker',
    'counter/in-transit-to-asker',
    'counter/held-in-owner-group',
    'counter/held-elsewhere',
    'counter/supplied-by-non-holder',
    'counter/not-a-dispenser',
    'counter/unfit',
    'counter/supplied-by-branch',
    'counter/supplied-here-earlier',
    'counter/done-here-just-now',
    'counter/gone',
    'counter/identity-mismatch',
    'counter/serial-unknown',
    'counter/product-unknown',
  ]);
});
