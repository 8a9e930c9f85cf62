import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parseGtin } from './gtin.ts';
import {
  billingDigitsOf,
  gtinOfNdc,
  type Ndc,
  ndcAgrees,
  ndcText,
  parseNdc,
  twelveDigitNdcOf,
} from './ndc.ts';
import { gs1IdOf } from './parse-gs1-id.ts';

const must = (text: string): Ndc => {
  const ndc = parseNdc(text);
  if (!ndc.ok) throw new Error(ndc.error.code);
  return ndc.value;
};

const mustGtin = (text: string) => {
  const gtin = parseGtin(text);
  if (!gtin.ok) throw new Error(gtin.error.code);
  return gtin.value;
};

describe('the forms of a National Drug Code', () => {
  test.each([
    ['0001-0123-45', '4-4-2', '00001012345', '000001-0123-45'],
    ['12345-678-90', '5-3-2', '12345067890', '012345-0678-90'],
    ['12345-6789-0', '5-4-1', '12345678900', '012345-6789-00'],
    ['012345-6789-01', '6-4-2', '12345678901', '012345-6789-01'],
    ['123456-7890-12', '6-4-2', undefined, '123456-7890-12'],
  ])('%s is %s', (text, format, billing, twelve) => {
    const ndc = must(text);
    expect(ndc.format).toBe(format);
    expect(ndcText(ndc)).toBe(text);
    expect(billingDigitsOf(ndc)).toBe(billing);
    expect(ndcText(twelveDigitNdcOf(ndc))).toBe(twelve);
  });

  test.each([
    ['0001012345', { code: 'ndc/no-hyphens', digits: 10 }],
    ['00001012345', { code: 'ndc/billing-form' }],
    ['00001-0123-45', { code: 'ndc/billing-form' }],
    ['1-2-3', { code: 'ndc/format', format: '1-1-1' }],
    ['0001-0123', { code: 'ndc/format', format: '4-4' }],
    ['0001-0123-45-6', { code: 'ndc/format', format: '4-4-2-1' }],
    ['0001 0123 45', { code: 'ndc/character', at: 4 }],
    ['', { code: 'ndc/no-hyphens', digits: 0 }],
  ])('%j is refused and not guessed at', (text, error) => {
    expect(parseNdc(text)).toEqual({ ok: false, error });
  });
});

describe('an NDC in a GTIN', () => {
  const EXAMPLE =
    'epcis/openepcis-test-resources/1.2/XML/Capture/Documents/GS1_US_Pharma_Example_2_2_1_1.xml';

  test.runIf(haveVectors)(`GS1 US's exchange example has unit and case of 0001-0123-45${vectorsNote}`, () => {
    const xml = readFileSync(vectorPath(EXAMPLE), 'utf8');
    const elements = [
      ...xml.matchAll(/VocabularyElement id="(urn:epc:idpat:sgtin:[^"]+)">\s*<attribute[^>]*>([\d-]+)</g),
    ];
    expect(elements.length).toBe(2);
    for (const [level, [, urn = '', ndc = '']] of elements.entries()) {
      expect(gtinOfNdc(must(ndc), level)).toBe(gs1IdOf(urn)?.key.value);
    }
  });

  test('at two levels, as GS1 US computes it', () => {
    expect(gtinOfNdc(must('0001-0123-45'), 0)).toBe('00300010123455');
    expect(gtinOfNdc(must('0001-0123-45'), 1)).toBe('10300010123452');
    expect(gtinOfNdc(must('0001-0123-45'), 9)).toBeUndefined();
    expect(gtinOfNdc(must('012345-6789-01'), 0)).toBeUndefined();
  });

  test('agrees with master data or contradicts them, or cannot tell', () => {
    expect(ndcAgrees(must('0001-0123-45'), mustGtin('10300010123452'))).toBe(true);
    expect(ndcAgrees(must('00010-123-45'), mustGtin('10300010123452'))).toBe(true);
    expect(ndcAgrees(must('0001-0123-46'), mustGtin('10300010123452'))).toBe(false);
    expect(ndcAgrees(must('0001-0123-45'), mustGtin('09506000134352'))).toBeUndefined();
    expect(ndcAgrees(must('000001-0123-45'), mustGtin('10300010123452'))).toBeUndefined();
  });
});
