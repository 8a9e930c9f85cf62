import { checkDigit } from './check-digit.ts';
import { numeric } from './lint-charset.ts';
import { type LintFault, whole } from './lint-fault.ts';

/** The last digit is the check digit of the others (General Specifications 7.9.1). */
export function csum(text: string): LintFault | undefined {
  if (text === '') return whole('too-short', text);
  const foreign = numeric(text);
  if (foreign) return foreign;
  const at = text.length - 1;
  return checkDigit(text.slice(0, at)) === text.charCodeAt(at) - 48
    ? undefined
    : { rule: 'check-digit', at, length: 1 };
}

/** A company prefix opens the text. GS1 does not publish which are given out, so only four digits are asked for. */
export const gcppos1 = (text: string): LintFault | undefined => companyPrefixAt(text, 0);

/** A company prefix begins at the second character. */
export const gcppos2 = (text: string): LintFault | undefined => companyPrefixAt(text, 1);

function companyPrefixAt(text: string, at: number): LintFault | undefined {
  const prefix = text.slice(at, at + 4);
  if (prefix.length < 4) return whole('too-short', text);
  return /^\d{4}$/.test(prefix) ? undefined : { rule: 'company-prefix', at, length: text.length - at };
}

/** Characters of set 82 by their weight in the check pair, and the 32 characters a pair is written with. */
const VALUES = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const PAIRS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The first 97 primes, the last of which is 509: weights for the longest text a pair can check. */
const PRIMES = Array.from({ length: 510 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: n - 2 }, (_, i) => i + 2).some((divisor) => n % divisor === 0),
);

/**
 * The last two characters check the others (General Specifications 7.9.5): from the right, each character's
 * place in set 82 is weighed by the primes from 2 up; the sum modulo 1021 is written in two characters.
 */
export function csumalpha(text: string): LintFault | undefined {
  if (text.length < 2) return whole('too-short', text);
  const body = text.slice(0, -2);
  if (body.length > PRIMES.length) return whole('too-long', text);
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const value = VALUES.indexOf(body[i] ?? '');
    if (value === -1) return { rule: 'charset', at: i, length: 1 };
    sum += value * (PRIMES[body.length - 1 - i] ?? 0);
  }
  const check = sum % 1021;
  const pair = `${PAIRS[check >> 5]}${PAIRS[check & 31]}`;
  return text.endsWith(pair) ? undefined : { rule: 'check-pair', at: body.length, length: 2 };
}
