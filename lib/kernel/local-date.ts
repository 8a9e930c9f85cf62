import type { Brand } from './brand.ts';
import type { Instant } from './instant.ts';

/** A calendar date as `YYYY-MM-DD`, of no time zone. Text order is time order. */
export type LocalDate = Brand<string, 'LocalDate'>;

/** Reads `YYYY-MM-DD`; `undefined` for anything that is not a day of the calendar. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
    ? (text as LocalDate)
    : undefined;
}

const DAY_MS = 86_400_000;

const midnight = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

/** The day so many days after `date`, or before it where they are negative. */
export const daysAfter = (date: LocalDate, days: number): LocalDate =>
  new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** How many days lie from `from` to `until`; negative where `until` is before it. */
export const daysBetween = (from: LocalDate, until: LocalDate): number =>
  (midnight(until) - midnight(from)) / DAY_MS;

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The date on the wall calendar of a place in `timeZone` (an IANA name) at `instant`. */
export function localDateAt(instant: Instant, timeZone: string): LocalDate {
  let format = FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    FORMATS.set(timeZone, format);
  }
  return format.format(instant) as LocalDate;
}
