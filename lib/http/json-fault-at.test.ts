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

test('what stands before the fault can be completed, and where V8 names a position it is this one', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('}', ']', ',', ':', '"', 'x', '\n', '0'),
      (json, where, added) => {
        const cut = where % (json.length + 1);
        const text = json.slice(0, cut) + added + json.slice(cut);
        let message = '';
        try {
          JSON.parse(text);
          return;
        } catch (error) {
          message = String(error);
        }
        const told = /position (\d+)/.exec(message)?.[1];
        const at = jsonFaultAt(text);
        expect(at).toBeLessThanOrEqual(text.length);
        if (told !== undefined && !/number|literal|token|escaped|control/i.test(message))
          expect(at).toBe(Number(told));
      },
    ),
  );
});

test('a hundred thousand open lists do not end the process', () => {
  expect(jsonFaultAt('['.repeat(100_000))).toBe(100_000);
});
