import { checkDigit } from './check-digit.ts';
import { parseSscc, type Sscc } from './sscc.ts';

/** Digits of an SSCC without its check digit. */
const BODY = 17;

/** How many SSCCs a company prefix has: extension digit and serial reference counted as one number. */
export const ssccCount = (prefix: string): number => 10 ** (BODY - prefix.length);

/**
 * The SSCC numbered `n` (from 0) of a company prefix of 4 to 12 digits. The extension digit counts as the first digit of the serial
 * reference (General Specifications 3.3.1 leaves it to the company), so that it moves on only when ten to the power of the reference's
 * length are used up. Throws for a number that the prefix has not.
 */
export function ssccAt(prefix: string, n: number): Sscc {
  if (!Number.isSafeInteger(n) || n < 0 || n >= ssccCount(prefix))
    throw new Error(`the prefix ${prefix} has no SSCC numbered ${n}`);
  const reference = String(n).padStart(BODY - prefix.length, '0');
  const body = `${reference.slice(0, 1)}${prefix}${reference.slice(1)}`;
  const sscc = parseSscc(`${body}${checkDigit(body)}`);
  if (!sscc.ok) throw new Error(`no SSCC: ${sscc.error.code}`);
  return sscc.value;
}
