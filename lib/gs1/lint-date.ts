import { numeric } from './lint-charset.ts';
import { type Linter, type LintFault, type LintRule, whole } from './lint-fault.ts';

/** A date of `yearDigits` plus MMDD; the day may be 00 where `dayZero` (General Specifications 3.4). */
const dateLinter =
  (yearDigits: 2 | 4, dayZero: boolean): Linter =>
  (text) => {
    const digits = digitsFault(text, yearDigits + 4);
    if (digits) return digits;
    const month = Number(text.slice(yearDigits, yearDigits + 2));
    if (month < 1 || month > 12) return { rule: 'month', at: yearDigits, length: 2 };
    const day = Number(text.slice(yearDigits + 2));
    if (day === 0 && dayZero) return undefined;
    const real = day >= 1 && day <= daysIn(leapYear(text.slice(0, yearDigits)), month);
    return real ? undefined : { rule: 'day', at: yearDigits + 2, length: 2 };
  };

/** A century year is one of a two-digit date only in 2000, which is a leap year like all two-digit multiples of 4. */
function leapYear(year: string): boolean {
  const number = Number(year);
  return number % 4 === 0 && (year.length === 2 || number % 100 !== 0 || number % 400 === 0);
}

function daysIn(leap: boolean, month: number): number {
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function digitsFault(text: string, length: number): LintFault | undefined {
  if (text.length < length) return whole('too-short', text);
  if (text.length > length) return whole('too-long', text);
  return numeric(text);
}

const clockLinter =
  (rule: LintRule, last: number): Linter =>
  (text) =>
    digitsFault(text, 2) ?? (Number(text) > last ? whole(rule, text) : undefined);

/** YYMMDD, YYYYMMDD and their kin in which day 00 means no particular day. */
export const yymmdd = dateLinter(2, false);
export const yymmd0 = dateLinter(2, true);
export const yyyymmdd = dateLinter(4, false);

/** Hours to 23, minutes and seconds to 59. */
export const hh = clockLinter('hour', 23);
export const mi = clockLinter('minute', 59);
export const ss = clockLinter('second', 59);

/** Hour and minute, HHMM. */
export function hhmi(text: string): LintFault | undefined {
  const digits = digitsFault(text, 4);
  if (digits) return digits;
  const minute = mi(text.slice(2));
  return hh(text.slice(0, 2)) ?? (minute ? { ...minute, at: 2 } : undefined);
}
