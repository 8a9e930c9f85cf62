import { type LocalDate, parseLocalDate } from '../../kernel/local-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** A date whose digits are not one. */
export type DayError = { readonly code: 'item/date'; readonly at: number };

const fault = (): Result<never, DayError> => err({ code: 'item/date', at: 0 });

/** Reads YYYYMMDD. */
export function dayOf(yyyymmdd: string): Result<LocalDate, DayError> {
  if (!/^\d{8}$/.test(yyyymmdd)) return fault();
  const day = parseLocalDate(`${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6)}`);
  return day ? ok(day) : fault();
}

/** The day of a year that has the number `jjj`, 1 to 366. */
export function dayOfYear(year: number, jjj: number): Result<LocalDate, DayError> {
  const date = new Date(Date.UTC(year, 0, jjj));
  if (jjj < 1 || date.getUTCFullYear() !== year) return fault();
  const day = parseLocalDate(date.toISOString().slice(0, 10));
  return day ? ok(day) : fault();
}
