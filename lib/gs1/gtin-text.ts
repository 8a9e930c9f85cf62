import type { Gln } from './gln.ts';
import type { Gtin } from './gtin.ts';
import type { Sscc } from './sscc.ts';

/** A GTIN as people read it aloud and compare it: indicator, seven digits, five digits, check digit. */
export const gtinText = (gtin: Gtin): string => grouped(gtin, [1, 7, 5, 1]);

/** A GLN as people read it: seven digits, five digits, check digit. */
export const glnText = (gln: Gln): string => grouped(gln, [7, 5, 1]);

/** An SSCC as people read it: extension digit, seven digits, nine digits, check digit. */
export const ssccText = (sscc: Sscc): string => grouped(sscc, [1, 7, 9, 1]);

function grouped(digits: string, sizes: readonly number[]): string {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return groups.join(' ');
}
