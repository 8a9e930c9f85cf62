import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { parsePackCode } from './pack-code.ts';

const GS = '\u001d';
const IN_2026 = { thisYear: 2026 };

type SymbolEntry = {
  file: string;
  expect: {
    symbology_identifier: string;
    element_string?: string;
    bracketed?: string;
    expiry_means?: string;
  };
};
const symbols: readonly SymbolEntry[] = haveVectors
  ? JSON.parse(readFileSync(vectorPath('epcis/symbols-zint/manifest.json'), 'utf8'))
  : [];
const bracketed = symbols.filter((symbol) => symbol.expect.bracketed !== undefined);

describe.skipIf(!haveVectors)(`zint's packs${vectorsNote}`, () => {
  test.each(bracketed.map((symbol) => [symbol.file, symbol.expect] as const))(
    '%s says the same scanned and typed with brackets',
    (_, want) => {
      const scanned = parsePackCode(want.symbology_identifier + want.element_string, IN_2026);
      expect(scanned.ok).toBe(true);
      expect(parsePackCode(want.bracketed ?? '', IN_2026)).toEqual(scanned);
    },
  );
});

describe('a pack', () => {
  test('may come without batch and expiry', () => {
    expect(parsePackCode('010950600013435221SN1', IN_2026)).toEqual({
      ok: true,
      value: { gtin: '09506000134352', serial: 'SN1' },
    });
  });

  test('keeps a national number out of its way', () => {
    expect(parsePackCode(`01095060097273267141234567${GS}1727123110PT9${GS}219PT`, IN_2026)).toMatchObject({
      value: { serial: '9PT', lot: 'PT9', expiry: { date: '2027-12-31' } },
    });
  });

  test.each([
    ['21SN1', 'pack/no-gtin', 5],
    ['010950600013435210L1', 'pack/no-serial', 20],
    ['00952012345678912345', 'pack/no-gtin', 20],
    ['', 'element/empty', 0],
    ['https://example.org/', 'digital-link/no-key', 19],
    ['(01)09506000134352(21)', 'element/value', 22],
  ])('is not %j: %s at %i', (text, code, at) => {
    expect(parsePackCode(text, IN_2026)).toMatchObject({ ok: false, error: { code, at } });
  });
});

describe('a lost separator', () => {
  test('is reported, not guessed', () => {
    expect(parsePackCode('010950600013435210ABC21SN1', IN_2026)).toEqual({
      ok: false,
      error: { code: 'pack/separator-lost', at: 21, swallowed: '21' },
    });
    expect(parsePackCode('010950600013435221SN117271231', IN_2026)).toMatchObject({
      error: { code: 'pack/separator-lost', at: 21, swallowed: '17' },
    });
    expect(parsePackCode('010950600013435210ABC12345678921SN000123', IN_2026)).toMatchObject({
      error: { code: 'pack/separator-lost', at: 38 },
    });
  });

  test('is not suspected where another one came through', () => {
    expect(parsePackCode(`0109506000134352240X${GS}21SN10A`, IN_2026)).toMatchObject({
      value: { serial: 'SN10A' },
    });
  });

  test('is not suspected where the text has none to lose', () => {
    expect(parsePackCode('(01)09506000134352(21)SN10A', IN_2026).ok).toBe(true);
    expect(parsePackCode('https://a/01/09506000134352/21/SN10A', IN_2026).ok).toBe(true);
    expect(parsePackCode('010950600013435221SN10A', { ...IN_2026, separatorsKept: true }).ok).toBe(true);
  });
});
