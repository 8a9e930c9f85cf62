import { cset39, cset64, cset82, numeric } from './lint-charset.ts';
import * as codes from './lint-code-list.ts';
import * as dates from './lint-date.ts';
import type { Linter } from './lint-fault.ts';
import * as keys from './lint-key.ts';
import * as numbers from './lint-number.ts';

export type { LintFault } from './lint-fault.ts';

/** The judge of each character set. */
export const CHARSET_LINTERS = { N: numeric, X: cset82, Y: cset39, Z: cset64 } as const;

/** Coupons and freight unit types are no part of a pack's life: their characters are judged, their inner structure is not. */
const NOT_JUDGED: Linter = () => undefined;

const LINTERS: Readonly<Record<string, Linter>> = {
  ...keys,
  ...dates,
  ...numbers,
  ...codes,
  couponcode: NOT_JUDGED,
  couponposoffer: NOT_JUDGED,
  packagetype: NOT_JUDGED,
};

/** The linter the AI table names. A name that is not registered is a fault of the table, and throws. */
export function linterNamed(name: string): Linter {
  const linter = LINTERS[name];
  if (!linter) throw new Error(`ai-rows: no linter: ${name}`);
  return linter;
}
