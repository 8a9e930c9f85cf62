import { type LocalDate, parseLocalDate } from '../kernel/local-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** An expiry date, AI (17): as printed, and the last day on which the item may be used. */
export type Expiry = {
  /** Six digits YYMMDD exactly as they were read; DD may be 00. */
  readonly printed: string;
  readonly date: LocalDate;
};

/** Why a text is no expiry date. `at` counts characters from 0. */
export type ExpiryError =
  | { readonly code: 'expiry/length'; readonly at: number; readonly length: number }
  | { readonly code: 'expiry/non-digit'; readonly at: number }
  | { readonly code: 'expiry/month'; readonly at: number }
  | { readonly code: 'expiry/day'; readonly at: number };

/**
 * Reads YYMMDD. Day 00 means the last day of the month (General Specifications 3.4.7, allowed on reading only:
 * GSCN 21-040 forbids printing it on medicines). The century is the one that puts the date between 49 years
 * before and 50 years after `thisYear` (7.12); the year is an argument because nothing here knows the clock.
 */
export function parseExpiry(yymmdd: string, thisYear: number): Result<Expiry, ExpiryError> {
  const nonDigit = yymmdd.search(/[^0-9]/);
  if (nonDigit !== -1) return err({ code: 'expiry/non-digit', at: nonDigit });
  if (yymmdd.length !== 6) {
    return err({ code: 'expiry/length', at: yymmdd.length, length: yymmdd.length });
  }
  const year = fullYear(Number(yymmdd.slice(0, 2)), thisYear);
  const month = Number(yymmdd.slice(2, 4));
  if (month < 1 || month > 12) return err({ code: 'expiry/month', at: 2 });

  const day = Number(yymmdd.slice(4)) || lastDayOf(year, month);
  const date = parseLocalDate(`${year}-${yymmdd.slice(2, 4)}-${String(day).padStart(2, '0')}`);
  return date ? ok({ printed: yymmdd, date }) : err({ code: 'expiry/day', at: 4 });
}

/** The six digits to print for a date: YYMMDD, never with day 00. */
export const expiryDigits = (date: LocalDate): string =>
  date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);

function fullYear(twoDigits: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const ahead = twoDigits - (thisYear % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  if (ahead <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

/** Day 0 of the next month is the last day of this one. */
const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
