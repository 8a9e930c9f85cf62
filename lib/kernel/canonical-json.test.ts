import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';
import { haveVectors, vectorPath, vectorsNote } from './vectors-in-tests.ts';

describe.skipIf(!haveVectors)(`the canonical JSON of the RFC's author${vectorsNote}`, () => {
  const folder = vectorPath('tlog/jcs/');
  const files = haveVectors ? readdirSync(`${folder}input`) : [];
  test.each(files)('%s', (file) => {
    const input = JSON.parse(readFileSync(`${folder}input/${file}`, 'utf8')) as Json;
    expect(canonicalJson(input)).toBe(readFileSync(`${folder}output/${file}`, 'utf8'));
  });
});

// RFC 8785 appendix B: bit patterns of doubles and their only spelling.
test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555555', '333333333.3333333'],
])('the double %s is written %s', (bits, want) => {
  const value = Buffer.from(bits, 'hex').readDoubleBE();
  expect(canonicalJson(value)).toBe(want);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', ['\udc00'], { '\ud800': 1 }])(
  'what JSON cannot carry is refused (%#)',
  (value) => {
    expect(() => canonicalJson(value)).toThrow();
  },
);
