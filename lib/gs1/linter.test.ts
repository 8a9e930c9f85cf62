import { describe, expect, test } from 'vitest';
import { vectorsNote } from '../kernel/vectors-in-tests.ts';
import type { Linter } from './lint-fault.ts';
import { CHARSET_LINTERS, linterNamed } from './linter.ts';
import { vectorLines } from './vector-lines-in-tests.ts';

type LinterVector = { linter: string; input: string; valid: boolean; error?: string; markup?: string };

const CHARSETS: Readonly<Record<string, Linter>> = {
  csetnumeric: CHARSET_LINTERS.N,
  cset82: CHARSET_LINTERS.X,
  cset39: CHARSET_LINTERS.Y,
  cset64: CHARSET_LINTERS.Z,
};

const NOT_APPLICABLE = new Map([
  ['couponcode', 'coupons are no part of a medicine pack; their characters alone are judged'],
  ['couponposoffer', 'as couponcode'],
  ['packagetype', 'freight unit types (7041) are not read; their characters alone are judged'],
  ['yyyymmd0', 'no AI of the 2026 table uses it'],
  ['gcppos1', 'the vectors need a table of company prefixes given out, which is not public'],
  ['gcppos2', 'as gcppos1'],
]);

const vectors = vectorLines<LinterVector>('epcis/gs1-syntax/linters.jsonl');
const applicable = vectors.filter(({ linter }) => !NOT_APPLICABLE.has(linter));
const byLinter = Map.groupBy(applicable, ({ linter }) => linter);
const left = vectors.length - applicable.length;

describe.skipIf(vectors.length === 0)(
  `GS1's own linter cases: ${applicable.length} applicable, ${left} not (${[...NOT_APPLICABLE.keys()].join(', ')})${vectorsNote}`,
  () => {
    test.each([...byLinter])('%s judges and points as the reference does', (name, cases) => {
      const linter = CHARSETS[name] ?? linterNamed(name);
      const wrong = cases.filter((vector) => markupOf(linter, vector.input) !== (vector.markup ?? null));
      expect(wrong).toEqual([]);
    });
  },
);

/** The input with its fault between asterisks, as the reference writes it; null where there is none. */
function markupOf(linter: Linter, input: string): string | null {
  const fault = linter(input);
  if (!fault) return null;
  const end = fault.at + fault.length;
  return `${input.slice(0, fault.at)}*${input.slice(fault.at, end)}*${input.slice(end)}`;
}

describe('company prefix', () => {
  test('asks for four digits at its place', () => {
    expect(linterNamed('gcppos1')('12A4')).toEqual({ rule: 'company-prefix', at: 0, length: 4 });
    expect(linterNamed('gcppos2')('X1234')).toBeUndefined();
    expect(linterNamed('gcppos1')('123')).toEqual({ rule: 'too-short', at: 0, length: 3 });
  });
});
