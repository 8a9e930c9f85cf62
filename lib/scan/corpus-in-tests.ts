import { readFileSync } from 'node:fs';
import { haveVectors, vectorPath } from '../kernel/vectors-in-tests.ts';

/** What stands in a symbol, and the identifier a scanner sends for it. */
export interface SymbolText {
  readonly text: string;
  readonly identifier: string;
}

const GS = '\u001d';

interface Entry {
  readonly kind: string;
  readonly expect: {
    readonly symbology_identifier: string;
    readonly element_string?: string;
    readonly text?: string;
  };
}

/** What zint's symbols hold, as far as they are GS1 data; none where the vectors are absent. */
export const ZINT_SYMBOLS: readonly SymbolText[] = haveVectors
  ? (JSON.parse(readFileSync(vectorPath('epcis/symbols-zint/manifest.json'), 'utf8')) as readonly Entry[])
      .filter(({ kind }) => !/^(plain|ean)/.test(kind))
      .map(({ expect }) => ({
        text: expect.element_string ?? expect.text ?? '',
        identifier: expect.symbology_identifier,
      }))
  : [];

/** Numbers from 0 below 1 that repeat themselves (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ALPHABETS = [
  'ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789',
  '0123456789',
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/._+',
  '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
];

/** The check digit of a GTIN by the words of General Specifications 7.9: weights 3 and 1 from the right. */
function checkDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** Packs as makers print them: four fields, the first of them the product, the rest in any order. */
export function generatedPacks(count: number, seed: number): readonly SymbolText[] {
  const random = seeded(seed);
  const upTo = (end: number): number => Math.floor(random() * end);
  const word = (from: number, to: number): string => {
    const alphabet = ALPHABETS[upTo(ALPHABETS.length)] ?? '0';
    return Array.from({ length: from + upTo(to - from + 1) }, () =>
      alphabet.charAt(upTo(alphabet.length)),
    ).join('');
  };
  const digits = (length: number): string => Array.from({ length }, () => upTo(10)).join('');
  return Array.from({ length: count }, () => {
    const product = `0952${digits(9)}`;
    const month = String(1 + upTo(12)).padStart(2, '0');
    const day = String(upTo(29)).padStart(2, '0');
    const fields = [`21${word(6, 20)}`, `10${word(3, 12)}`, `17${26 + upTo(8)}${month}${day}`];
    fields.sort(() => random() - 0.5);
    const rest = fields.map((field, at) => field + (at < 2 && !field.startsWith('17') ? GS : '')).join('');
    return { text: `01${product}${checkDigit(product)}${rest}`, identifier: ']d2' };
  });
}
