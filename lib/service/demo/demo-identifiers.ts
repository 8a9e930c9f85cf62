import { checkDigit } from '../../gs1/check-digit.ts';
import { type Gln, parseGln } from '../../gs1/gln.ts';
import { type Gtin, parseGtin } from '../../gs1/gtin.ts';
import { type Lot, parseLot } from '../../gs1/lot.ts';
import type { Result } from '../../kernel/result.ts';

/** The company prefixes of the demo world, under the prefixes that GS1 sets aside for demonstration. */
export const DEMO_PREFIXES = { first: '9521234', second: '9506000', third: '9527001' } as const;

/** The party or place numbered `number` in the demo world. */
export const demoGln = (number: number): Gln =>
  certain(parseGln(withCheckDigit(`952${String(number).padStart(9, '0')}`)));

/** The product numbered `number` under a prefix of the demo world. */
export const demoGtin = (prefix: string, number: number): Gtin =>
  certain(parseGtin(withCheckDigit(`0${prefix}${String(number).padStart(12 - prefix.length, '0')}`)));

/** A batch number of the demo world. */
export const demoLot = (text: string): Lot => certain(parseLot(text));

const withCheckDigit = (body: string): string => `${body}${checkDigit(body)}`;

/** What we make ourselves passes its own parser; anything else is a fault of ours. */
export function certain<T>(result: Result<T, { readonly code: string } | readonly unknown[]>): T {
  if (result.ok) return result.value;
  throw new Error(`the demo world makes something that is not valid: ${JSON.stringify(result.error)}`);
}
