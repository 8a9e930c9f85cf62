import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vectorsNote } from '../kernel/vectors-in-tests.ts';
import { bracketedTextOf, parseBracketedText } from './bracketed-text.ts';
import { damaged, FUZZ } from './damaged-in-tests.ts';
import { parseDigitalLink } from './digital-link.ts';
import { elementStringOf, parseElementString } from './element-string.ts';
import { parseEpcUrn } from './epc-urn.ts';
import { epcUrnOf } from './epc-urn-of.ts';
import { GS } from './group-separator.ts';
import { objectKeyOf } from './object-key.ts';
import { gs1IdOf } from './parse-gs1-id.ts';
import { vectorLines } from './vector-lines-in-tests.ts';
import { writeDigitalLink } from './write-digital-link.ts';

const SCANS = [
  `]d20109506000134352172712311 0ABC${GS}21XYZ`.replace(' ', ''),
  ...vectorLines<{ scan: string }>('epcis/gs1-syntax/process_scan.jsonl').map(({ scan }) => scan),
  ...vectorLines<{ raw: string }>('epcis/gs1-syntax/raw_ai_string.jsonl').map(({ raw }) =>
    raw.replaceAll('^', GS),
  ),
];
const BRACKETED = [
  '(01)09506000134352(10)AB\\(C(21)1',
  ...vectorLines<{ bracketed: string }>('epcis/gs1-syntax/ai_association.jsonl').map(
    ({ bracketed }) => bracketed,
  ),
];
const LINKS = [
  'https://id.gs1.org/01/09506000134352/10/A%2FB/21/1?17=271231',
  ...vectorLines<{ uri: string }>('epcis/gs1-syntax/dl_to_raw.jsonl').map(({ uri }) => uri),
  ...vectorLines<{ uri: string }>('epcis/digital-link/simple_parser.jsonl').map(({ uri }) => uri),
];
const URNS = [
  'urn:epc:id:sgtin:0614141.107346.2018',
  ...vectorLines<{ input: unknown }>('epcis/digital-link/canonical_dl_normaliser.jsonl').flatMap(
    ({ input }) => (typeof input === 'string' ? [input] : []),
  ),
];

describe(`damaged texts are read or refused, and what is read is written again as the same${vectorsNote}`, () => {
  test('element strings', () => {
    fc.assert(
      fc.property(damaged(SCANS, [GS, ']d2', '01', '10', '21', '(', '^']), (text) => {
        const read = parseElementString(text);
        if (!read.ok) {
          expect(read.error.at).toBeLessThanOrEqual(text.length);
          return;
        }
        if (/^(?:\]..)?https?:/i.test(text)) return;
        const again = parseElementString(elementStringOf(read.value));
        const pairs = (elements: typeof read.value) => elements.map(({ ai, value }) => [ai, value]);
        expect(again.ok && pairs(again.value)).toEqual(pairs(read.value));
      }),
      FUZZ,
    );
  });

  test('bracketed texts', () => {
    fc.assert(
      fc.property(damaged(BRACKETED, ['(', ')', '\\(', '(01)', '(21)']), (text) => {
        const read = parseBracketedText(text);
        if (!read.ok) {
          expect(read.error.at).toBeLessThanOrEqual(text.length);
          return;
        }
        const again = parseBracketedText(bracketedTextOf(read.value));
        const pairs = (elements: typeof read.value) => elements.map(({ ai, value }) => [ai, value]);
        expect(again.ok && pairs(again.value)).toEqual(pairs(read.value));
      }),
      FUZZ,
    );
  });

  test('Digital Links', () => {
    fc.assert(
      fc.property(damaged(LINKS, ['/', '%', '%2F', '?', '&', '=', '/01/', '/21/', '#', '+']), (text) => {
        const read = parseDigitalLink(text);
        if (!read.ok) {
          expect(read.error.at).toBeLessThanOrEqual(text.length);
          return;
        }
        const { key, qualifiers, attributes } = read.value;
        const elements = [key, ...qualifiers, ...attributes];
        const written = writeDigitalLink(elements, 'https://example.com');
        if (!written.ok) {
          expect(written.error.code).toMatch(/^digital-link\/(?:conflict|no-place)$/);
          return;
        }
        const again = parseDigitalLink(written.value);
        const pairs = (list: typeof elements) => list.map(({ ai, value }) => `${ai}=${value}`).sort();
        expect(
          again.ok && pairs([again.value.key, ...again.value.qualifiers, ...again.value.attributes]),
        ).toEqual(pairs(elements));
      }),
      FUZZ,
    );
  });

  test('EPC URNs', () => {
    fc.assert(
      fc.property(damaged(URNS, ['.', ':', '*', '.*', '%2F', 'sgtin', 'urn:epc:id:']), (text) => {
        const read = parseEpcUrn(text);
        if (!read.ok) {
          expect(read.error.at).toBeLessThanOrEqual(text.length);
          return;
        }
        const prefix = /^urn:epc:[a-z]+:[a-z]+:(\d+)/.exec(text)?.[1] ?? '';
        const urn = epcUrnOf(read.value, prefix.length);
        expect(urn.ok && parseEpcUrn(urn.value)).toEqual(read);
      }),
      FUZZ,
    );
  });

  test('identifiers of any kind: a canonical one is its own key', () => {
    fc.assert(
      fc.property(damaged([...URNS, ...LINKS], ['/', '.', '%', ':']), (text) => {
        const key = objectKeyOf(text);
        if (key.uri !== text && gs1IdOf(text)) expect(objectKeyOf(key.uri)).toEqual(key);
      }),
      FUZZ,
    );
  });
});

/** Inputs on which an expression that backtracks would not come to an end. */
const LONG: readonly (readonly [string, string])[] = [
  ['separators', GS.repeat(200_000)],
  ['zeros', `https://id.gs1.org/01/${'0'.repeat(200_000)}`],
  ['slashes', `https://id.gs1.org${'/'.repeat(200_000)}`],
  ['keys', `https://id.gs1.org${'/01/09506000134352'.repeat(10_000)}`],
  ['escapes', `https://id.gs1.org/01/09506000134352/21/${'%41'.repeat(60_000)}`],
  ['parameters', `https://id.gs1.org/01/09506000134352?${'99=A&'.repeat(40_000)}`],
  ['dots', `urn:epc:id:sgtin:0614141.107346.${'.'.repeat(200_000)}`],
  ['brackets', '('.repeat(200_000)],
  ['escaped brackets', `(10)${'\\('.repeat(100_000)}`],
  ['AIs', '(01)09506000134352'.repeat(10_000)],
];

test.each(LONG)('a text of two hundred thousand %s takes no longer than any', (_what, text) => {
  const start = performance.now();
  parseElementString(text);
  parseBracketedText(text);
  parseDigitalLink(text);
  parseEpcUrn(text);
  objectKeyOf(text);
  // A backtracking expression takes minutes or more; a busy machine takes a second at the most.
  expect(performance.now() - start).toBeLessThan(5_000);
});
