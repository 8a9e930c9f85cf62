import { toSVG } from 'bwip-js/node';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBracketedText } from './bracketed-text.ts';
import { checkDigit } from './check-digit.ts';

/** What bwip-js, an encoder with a linter of its own, says of bracketed text: null where it makes a symbol. */
function otherVerdict(bracketed: string): string | null {
  try {
    toSVG({ bcid: 'gs1datamatrix', text: bracketed });
    return null;
  } catch (error) {
    return String(error);
  }
}

const ourVerdict = (bracketed: string): string | null => {
  const elements = parseBracketedText(bracketed, { alone: true });
  return elements.ok ? null : elements.error.code;
};

// '(' is left out: bwip-js has no escape for a bracket inside a value.
const SET_82 = [...'!"%&\')*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'];

const digits = (min: number, max = min) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: min, maxLength: max }).map((all) => all.join(''));
const text = (max: number) =>
  fc.array(fc.constantFrom(...SET_82), { minLength: 1, maxLength: max }).map((all) => all.join(''));
const keyed = (length: number) => digits(length - 1).map((body) => `${body}${checkDigit(body)}`);
const date = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));

/** AIs that stand on medicines and their cases, each with values that are mostly right. */
const VALUES = {
  '00': keyed(18),
  '01': keyed(14),
  '02': keyed(14),
  '10': text(20),
  '11': date,
  '15': date,
  '17': date,
  '20': digits(2),
  '21': text(20),
  '22': text(20),
  '235': text(28),
  '240': text(30),
  '30': digits(1, 8),
  '37': digits(1, 8),
  '3103': digits(6),
  '400': text(30),
  '410': keyed(13),
  '414': keyed(13),
  '422': digits(3),
  '7003': fc.tuple(date, digits(4)).map((parts) => parts.join('')),
  '710': text(20),
  '714': text(20),
  '715': text(20),
  '8003': fc.tuple(keyed(13), text(16)).map(([key, serial]) => `0${key}${serial}`),
  '8006': fc.tuple(keyed(14), digits(4)).map((parts) => parts.join('')),
  '8018': keyed(18),
  '98': text(90),
};

/** One change that may break a value: another character, one too few, one too many, or none at all. */
const mutation = fc.oneof(
  { weight: 6, arbitrary: fc.constant((value: string) => value) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat({ max: 20 }), fc.constantFrom(...'0123456789AZaz/ #~^[Ä')).map(
      ([at, character]) =>
        (value: string) =>
          value.slice(0, at % value.length) + character + value.slice((at % value.length) + 1),
    ),
  },
  { weight: 1, arbitrary: fc.constant((value: string) => value.slice(0, -1)) },
  { weight: 1, arbitrary: fc.constant((value: string) => `${value}0`) },
);

const ais = Object.entries(VALUES);
const element = fc.tuple(fc.nat({ max: ais.length - 1 }), mutation).chain(([index, mutate]) => {
  const [ai, value] = ais[index] ?? ['01', keyed(14)];
  return value.map((sound) => `(${ai})${mutate(sound)}`);
});
const usual = fc
  .tuple(VALUES['01'], fc.array(element, { maxLength: 3 }))
  .map(([gtin, rest]) => `(01)${gtin}${rest.join('')}`);
const corpus = fc.oneof(
  { weight: 3, arbitrary: usual },
  fc.array(element, { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
);

describe('bwip-js', () => {
  test('accepts what we accept and refuses what we refuse', () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(corpus, (bracketed) => {
        const ours = ourVerdict(bracketed);
        const other = otherVerdict(bracketed);
        expect({ bracketed, refused: ours !== null, ours, other }).toMatchObject({ refused: other !== null });
        verdicts[ours === null ? 'accepted' : 'refused']++;
      }),
      { numRuns: 1_200, seed: 950_600, endOnFailure: true },
    );
    expect(verdicts.accepted).toBeGreaterThan(200);
    expect(verdicts.refused).toBeGreaterThan(200);
  });
});
