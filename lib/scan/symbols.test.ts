import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { toBuffer } from 'bwip-js/node';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { elementStringOf } from '../gs1/element-string.ts';
import { expiryDigits } from '../gs1/expiry.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { readScan } from './read-scan.ts';

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = Uint8Array.from(readFileSync(wasm));
  prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } });
});

/** Decodes a picture as the camera page does. */
async function decoded(png: Uint8Array): Promise<{ text: string; symbologyIdentifier: string }> {
  const [found] = await readBarcodes(Uint8Array.from(png), { textMode: 'Plain', tryHarder: true });
  if (!found) throw new Error('nothing found');
  return { text: found.text, symbologyIdentifier: found.symbologyIdentifier };
}

type SymbolEntry = {
  file: string;
  kind: string;
  expect: {
    symbology_identifier: string;
    element_string?: string;
    text?: string;
    expiry_means?: string;
  };
};
const symbols: readonly SymbolEntry[] = haveVectors
  ? JSON.parse(readFileSync(vectorPath('epcis/symbols-zint/manifest.json'), 'utf8'))
  : [];

/** What each kind of symbol must come to. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'plain-datamatrix': 'scan/not-gs1-symbol',
  ean13: 'scan/product-only',
  'gs1-128-sscc': 'other',
  'gs1-128-case': 'other',
};

describe.skipIf(!haveVectors)(`zint's symbols (${symbols.length}), decoded and judged${vectorsNote}`, () => {
  test.each(symbols.map((symbol) => [symbol.file, symbol] as const))('%s', async (file, symbol) => {
    const { text, symbologyIdentifier } = await decoded(
      readFileSync(vectorPath(`epcis/symbols-zint/${file}`)),
    );
    expect(symbologyIdentifier).toBe(symbol.expect.symbology_identifier);
    expect(text).toBe(symbol.expect.element_string ?? symbol.expect.text);

    const read = readScan(text, { source: 'camera', symbologyIdentifier, thisYear: 2026 });
    const outcome = read.ok ? read.value.kind : read.error.code;
    expect(outcome).toBe(OUTCOMES[symbol.kind] ?? 'pack');
    if (!read.ok) return;
    if (symbol.expect.element_string) {
      expect(elementStringOf(read.value.elements)).toBe(symbol.expect.element_string);
    }
    if (symbol.expect.expiry_means && read.value.kind === 'pack') {
      expect(read.value.pack.expiry?.date).toBe(symbol.expect.expiry_means);
    }
  });
});

const SET_82 = [...'!"%&\')*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'];
const twenty = fc
  .array(fc.constantFrom(...SET_82), { minLength: 1, maxLength: 20 })
  .map((all) => all.join(''));

test('a pack printed by bwip-js and decoded by zxing is the pack that was printed', async () => {
  await fc.assert(
    fc.asyncProperty(twenty, twenty, async (lot, serial) => {
      const text = `(01)09506000134352(17)271231(10)${lot}(21)${serial}`;
      const scan = await decoded(
        await toBuffer({ bcid: 'gs1datamatrix', text, scale: 4, padding: 4, backgroundcolor: 'FFFFFF' }),
      );
      const read = readScan(scan.text, {
        source: 'camera',
        thisYear: 2026,
        symbologyIdentifier: scan.symbologyIdentifier,
      });
      expect(read).toMatchObject({
        ok: true,
        value: { kind: 'pack', pack: { gtin: '09506000134352', lot, serial } },
      });
      if (!read.ok || read.value.kind !== 'pack' || !read.value.pack.expiry) throw new Error('no expiry');
      expect(expiryDigits(read.value.pack.expiry.date)).toBe('271231');
      expect(elementStringOf(read.value.elements)).toBe(scan.text);
    }),
    { numRuns: 40, seed: 952 },
  );
});
