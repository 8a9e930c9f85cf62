import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { bracketedTextOf, parseBracketedText } from './bracketed-text.ts';
import { elementStringOf, parseElementString } from './element-string.ts';
import { GS } from './group-separator.ts';
import { parseItemCode } from './other-codes/parse-item-code.ts';
import { vectorLines } from './vector-lines-in-tests.ts';

/** The reference writes FNC1 as ^. */
const textOf = (raw: string): string => raw.replaceAll('^', GS);
const rawOf = (text: string): string => `^${text.replaceAll(GS, '^')}`;

const verdict = (text: string) => {
  const elements = parseElementString(text);
  return elements.ok ? rawOf(elementStringOf(elements.value)) : elements.error.code;
};

type RawVector = { raw: string; ok: boolean };
const rawStrings = vectorLines<RawVector>('epcis/gs1-syntax/raw_ai_string.jsonl');

describe.skipIf(rawStrings.length === 0)(
  `GS1's raw element strings (${rawStrings.length})${vectorsNote}`,
  () => {
    test.each(rawStrings.map((vector) => [vector.raw, vector.ok] as const))('%j: %s', (raw, accepted) => {
      const elements = parseElementString(textOf(raw));
      expect(elements.ok).toBe(accepted);
      if (elements.ok) expect(rawOf(elementStringOf(elements.value))).toBe(raw.replace(/\^$/, ''));
      else expect(elements.error.at).toBeLessThanOrEqual(raw.length);
    });
  },
);

type BracketedVector = { bracketed: string; ok: boolean; raw: string | null };
const bracketed = vectorLines<BracketedVector>('epcis/gs1-syntax/bracketed_to_raw.jsonl');

describe.skipIf(bracketed.length === 0)(`GS1's bracketed texts (${bracketed.length})${vectorsNote}`, () => {
  test.each(bracketed.map((vector) => [vector.bracketed, vector] as const))('%s', (text, vector) => {
    const elements = parseBracketedText(text);
    expect(elements.ok ? rawOf(elementStringOf(elements.value)) : null).toBe(vector.raw);
    if (elements.ok) expect(bracketedTextOf(elements.value)).toBe(text);
  });
});

type ScanVector = { ok: boolean; scan: string; symbology: string; data: string };
const scans = vectorLines<ScanVector>('epcis/gs1-syntax/process_scan.jsonl');
const PLAIN_SCAN = /^\](?:Q1|d1|J0)(?!https?:)/i;
const NOT_APPLICABLE_SCANS = [/^\]E/, PLAIN_SCAN];
const scansWithData = scans.filter(({ scan }) => !NOT_APPLICABLE_SCANS.some((pattern) => pattern.test(scan)));

describe.skipIf(scans.length === 0)(
  `GS1's scan data: ${scansWithData.length} applicable, ${scans.length - scansWithData.length} not (]E0 ]E4: EAN and its composites hold no element string; ]Q1 ]d1 ]J0 without a web address: refused here as no GS1 symbol)${vectorsNote}`,
  () => {
    test.each(scansWithData.map((vector) => [vector.scan, vector] as const))('%j', (scan, vector) => {
      const elements = parseElementString(scan);
      expect(elements.ok).toBe(vector.ok);
      if (elements.ok && vector.data.startsWith('^')) {
        expect(rawOf(elementStringOf(elements.value))).toBe(vector.data);
      }
    });

    test.each(scans.filter(({ scan }) => PLAIN_SCAN.test(scan)).map(({ scan }) => scan))(
      '%j is no element string',
      (scan) => {
        expect(parseElementString(scan)).toEqual({
          ok: false,
          error: { code: 'element/not-gs1-symbol', at: 0, identifier: scan.slice(0, 3) },
        });
      },
    );
  },
);

type GenerateVector = { symbology: string; data: string; scan: string | null };
const sent = vectorLines<GenerateVector>('epcis/gs1-syntax/generate_scan.jsonl').flatMap(({ scan, data }) =>
  scan === null ? [] : [{ scan, data }],
);
const sentAsGs1 = sent.filter(({ scan }) => /^\](?:Q3|J1|e0|C1|d2)/.test(scan));
const sentAsRetail = sent.filter(({ scan }) => scan.startsWith(']E'));
const sentPlain = sent.filter((one) => !sentAsGs1.includes(one) && !sentAsRetail.includes(one));

describe.skipIf(sent.length === 0)(
  `what GS1's engine makes scanners send: ${sentAsGs1.length} of GS1, ${sentAsRetail.length} of the shelf, ${sentPlain.length} of neither${vectorsNote}`,
  () => {
    test.each(sentAsGs1)('$scan is read and written again', ({ scan }) => {
      const elements = parseElementString(scan);
      expect(elements.ok && elementStringOf(elements.value)).toBe(
        scan.slice(3, scan.endsWith('\u001d') ? -1 : undefined),
      );
    });

    test.each(sentAsRetail)('$scan names a product', ({ scan, data }) => {
      const [inSymbol = ''] = data.replace(/^\^01/, '').split('|');
      const item = parseItemCode(scan, 2026);
      expect(item.ok && item.value.system).toBe('retail');
      expect(item.ok && item.value.product).toContain(inSymbol.replace(/^0+/, ''));
    });

    test.each(sentPlain)('$scan is no element string', ({ scan }) => {
      expect(parseElementString(scan)).toMatchObject({ error: { code: 'element/not-gs1-symbol' } });
    });
  },
);

type SymbolEntry = {
  file: string;
  kind: string;
  expect: { symbology_identifier: string; element_string?: string; bracketed?: string; text?: string };
};
const symbols: readonly SymbolEntry[] = haveVectors
  ? JSON.parse(readFileSync(vectorPath('epcis/symbols-zint/manifest.json'), 'utf8'))
  : [];

describe.skipIf(symbols.length === 0)(
  `what scanners send for zint's symbols (${symbols.length})${vectorsNote}`,
  () => {
    test.each(symbols.map((symbol) => [symbol.file, symbol.expect] as const))('%s', (_, want) => {
      const elements = parseElementString(
        want.symbology_identifier + (want.element_string ?? want.text ?? ''),
      );
      expect(elements.ok).toBe(want.element_string !== undefined || (want.text ?? '').startsWith('https:'));
      if (!elements.ok) return;
      if (want.element_string) expect(elementStringOf(elements.value)).toBe(want.element_string);
      if (want.bracketed) expect(bracketedTextOf(elements.value)).toBe(want.bracketed);
    });
  },
);

describe('separators', () => {
  const pack = `010950600013435210ABC${GS}17271231`;

  test('at the front, at the end, doubled or after a fixed length are tolerated', () => {
    const want = rawOf(pack);
    expect(verdict(pack)).toBe(want);
    expect(verdict(GS + pack)).toBe(want);
    expect(verdict(pack + GS)).toBe(want);
    expect(verdict(pack.replace(GS, GS + GS))).toBe(want);
    expect(verdict(pack.replace('10ABC', `${GS}10ABC`))).toBe(want);
  });

  test('inside a fixed length are faults', () => {
    expect(parseElementString(`0109506000${GS}134352`)).toEqual({
      ok: false,
      error: { code: 'element/value', ai: '01', rule: 'too-short', at: 10, length: 0 },
    });
  });

  test('are written only where they are needed', () => {
    expect(
      elementStringOf([
        { ai: '01', value: '09506000134352' },
        { ai: '17', value: '271231' },
        { ai: '10', value: 'ABC123' },
        { ai: '21', value: 'SN0001' },
      ]),
    ).toBe(`01095060001343521727123110ABC123${GS}21SN0001`);
  });
});

describe('faults', () => {
  test.each([
    ['', 'element/empty', 0],
    [']d2', 'element/empty', 3],
    [']d209506', 'element/unknown-ai', 3],
    ['0109506000134351', 'element/value', 15],
    ['010950600013435217271301', 'element/value', 20],
    ['010950600013435210AB C', 'element/value', 20],
    [']d2010950600013435221ab~', 'element/value', 23],
    [`0109506000134352${'10A'}${GS}10B`, 'element/repeated', 22],
    ['010950600013435237100', 'element/excluded', 2],
  ])('%j is %s at %i', (text, code, at) => {
    expect(parseElementString(text)).toMatchObject({ ok: false, error: { code, at } });
  });

  test('an AI that needs another is refused only where the symbol stands alone', () => {
    expect(parseElementString('10ABC').ok).toBe(true);
    expect(parseElementString('10ABC', { alone: true })).toMatchObject({
      ok: false,
      error: { code: 'element/incomplete', at: 2, ai: '10' },
    });
  });

  test('in a Digital Link are placed in the text as it was scanned', () => {
    expect(parseElementString(']Q1https://example.org/01/09506000134351')).toMatchObject({
      ok: false,
      error: { code: 'digital-link/value', ai: '01', rule: 'check-digit', at: 39 },
    });
  });

  test('an unknown AI cannot be written', () => {
    expect(() => elementStringOf([{ ai: '05', value: '1' }])).toThrow('05');
  });
});
