import { splitAimPrefix } from '../gs1/aim-prefix.ts';
import { GS } from '../gs1/group-separator.ts';
import { parseGtin } from '../gs1/gtin.ts';
import { readScan } from './read-scan.ts';
import { replacedSeparator } from './replaced-separator.ts';

/** How well a text reads: whole; a sound product code first and fields that have run together behind it; or not at all. */
export type Soundness = 'whole' | 'run together' | 'none';

/**
 * How well a text reads as a code. `whole` is what chance does not write: GS1 data with its check digits and dates, or the
 * number of a product. Then the way that led to the text explains what came instead.
 */
export function soundnessOf(text: string, thisYear: number): Soundness {
  const reading = readScan(text, { source: 'wedge', thisYear });
  if (reading.ok || reading.error.code === 'scan/product-only') return 'whole';
  return reading.error.code === 'scan/separator-lost' && opensWithProduct(text) ? 'run together' : 'none';
}

/** True where a text reads whole. */
export const isWhole = (text: string, thisYear: number): boolean => soundnessOf(text, thisYear) === 'whole';

/** True where a text reads whole once the stand-in for its separators, which stands between fields, is the separator. */
export function isWholeButSeparators(text: string, thisYear: number): boolean {
  const { dataAt } = splitAimPrefix(text);
  const replaced = replacedSeparator(text, dataAt);
  if (!replaced || replaced.at === dataAt || replaced.at + replaced.found.length >= text.length) return false;
  return isWhole(text.slice(0, dataAt) + text.slice(dataAt).replaceAll(replaced.found, GS), thisYear);
}

/** A product code with its check digit first: what follows is GS1 data, even where its fields cannot be told apart. */
const opensWithProduct = (text: string): boolean => {
  const digits = /^(?:\][A-Za-z]\d)?01(\d{14})/.exec(text)?.[1];
  return digits !== undefined && parseGtin(digits).ok;
};
