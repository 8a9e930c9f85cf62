import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFaultAt } from './json-fault-at.ts';

test.each([
  ['{"state":}', 9],
  ['{"type": EPCISDocument}', 9],
  ['', 0],
  ['{', 1],
  ['[1, 2', 5],
  ['{"a": 1,}', 8],
  ['[1,]', 3],
  ['{"a" 1}', 5],
  ['{"a": 1 "b": 2}', 8],
  ['[1}', 2],
  ['{"a": 1]', 7],
  ['"never ends', 11],
  ['"bad \\x escape"', 5],
  ['"a\ttab"', 2],
  ['[01]', 2],
  ['[1.]', 2],
  ['{a: 1}', 1],
  ["{'a': 1}", 1],
  ['1 2', 2],
  ['{} x', 3],
  [']', 0],
  ['[tru]', 1],
])('%j is at fault at %i', (text, at) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonFaultAt(text)).toBe(at);
});

test('a text that is cut off is at fault where it ends', () => {
  const text = fc
    .string({ unit: fc.constantFrom('a', 'b', '"', '\u00e9', '{', ',') })
    .map((one) => one.replaceAll('\\', ''));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, text, fc.array(tie('tree')), fc.dictionary(text, tie('tree'))),
  }));
  fc.assert(
    fc.property(tree, fc.nat(), (value, where) => {
      const json = JSON.stringify(value);
      const cut = json.slice(0, where % json.length);
      expect(jsonFaultAt(cut)).toBe(cut.endsWith('\\') ? cut.length - 1 : cut.length);
    }),
  );
});

test('a hundred thousand open lists do not end the process', () => {
  expect(jsonFaultAt('['.repeat(100_000))).toBe(100_000);
});
