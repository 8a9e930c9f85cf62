import { describe, expect, test } from 'vitest';
import { aiEntry } from './ai-table.ts';
import { parseBracketedText } from './bracketed-text.ts';
import { isSoundPzn, nationalNumbersIn } from './national-number.ts';

const numbersOf = (text: string) => {
  const elements = parseBracketedText(text);
  if (!elements.ok) throw new Error(elements.error.code);
  return nationalNumbersIn(elements.value);
};

describe('national numbers beside a GTIN', () => {
  test('are told with their country, in the order of the symbol', () => {
    expect(numbersOf('(01)09506000134352(712)654321(21)A(710)12345679')).toEqual([
      { ai: '712', country: 'ES', name: 'CN', number: '654321', sound: true },
      { ai: '710', country: 'DE', name: 'PZN', number: '12345679', sound: false },
    ]);
    expect(numbersOf('(01)09506000134352(21)A')).toEqual([]);
  });

  test.each(['710', '711', '712', '713', '714', '715', '716', '717'])('(%s) is known', (ai) => {
    expect(numbersOf(`(01)09506000134352(${ai})1`)).toMatchObject([{ ai, number: '1' }]);
    expect(aiEntry(ai)?.requires).toEqual([['01']]);
  });

  // The number in IFA's own example of a PPN, and one with a leading zero.
  test.each(['12345678', '02758089'])('%s is a PZN', (pzn) => {
    expect(isSoundPzn(pzn)).toBe(true);
  });

  test.each(['02758088', '2758089', '0275808A', ''])('%j is none', (pzn) => {
    expect(isSoundPzn(pzn)).toBe(false);
  });
});
