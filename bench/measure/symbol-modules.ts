import { toBuffer } from 'bwip-js/node';
import { PNG } from 'pngjs';
import type { Random } from './random.ts';

/** A GS1 DataMatrix as its modules, dark as true, without quiet zone; and what it holds. */
export interface SymbolModules {
  readonly size: number;
  readonly dark: readonly boolean[];
  readonly text: string;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

const DEMO_PREFIX = '0952';

/** Check digit by General Specifications 7.9: weights 3 and 1 from the right. */
function withCheckDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** A pack's symbol with a product, serial number, expiry and batch by chance. */
export async function randomPackSymbol(random: Random): Promise<SymbolModules> {
  const word = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
  const gtin = withCheckDigit(DEMO_PREFIX + word('0123456789', 9));
  const serial = word(LETTERS, 8 + Math.floor(random() * 7));
  const lot = word(LETTERS, 4 + Math.floor(random() * 4));
  const bracketed = `(01)${gtin}(21)${serial}(17)281130(10)${lot}`;
  const text = `01${gtin}21${serial}\u001d1728113010${lot}`;
  const png = await toBuffer({ bcid: 'gs1datamatrix', text: bracketed, scale: 1, backgroundcolor: 'FFFFFF' });
  return { ...modulesOf(png), text };
}

/** Along its upper edge a DataMatrix is dark and light in turn: the first dark run is one module. */
function modulesOf(png: Buffer): Omit<SymbolModules, 'text'> {
  const { width, data } = PNG.sync.read(png);
  const isDark = (x: number, y: number): boolean => (data[(y * width + x) * 4] ?? 255) < 128;
  let pixels = 1;
  while (isDark(pixels, 0)) pixels++;
  const size = width / pixels;
  const dark = Array.from({ length: size * size }, (_, at) =>
    isDark((at % size) * pixels, Math.floor(at / size) * pixels),
  );
  return { size, dark };
}
