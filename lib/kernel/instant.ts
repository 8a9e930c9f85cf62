import type { Brand } from './brand.ts';
import { err, ok, type Result } from './result.ts';

/** A moment in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** Minutes east of UTC, within ±14:00. */
export type OffsetMinutes = Brand<number, 'OffsetMinutes'>;

export type InstantError = { readonly code: 'instant/format' } | { readonly code: 'instant/no-such-time' };

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/;

/** The earliest moment this system accepts, and the first it does not: the years 1900 to 2999. */
const FIRST = Date.UTC(1900, 0, 1);
const AFTER_LAST = Date.UTC(3000, 0, 1);

/** After every moment: where something is still so, or is said now. */
export const END_OF_TIME = Number.POSITIVE_INFINITY as Instant;

/**
 * Reads an XML Schema `dateTime` with a time zone (EPCIS 2.0 section 7.2.1 demands the zone).
 * Fractions beyond milliseconds are rounded half up, as the CBV event hash does.
 */
export function parseInstant(text: string): Result<Instant, InstantError> {
  const match = DATE_TIME.exec(text);
  if (!match) return err({ code: 'instant/format' });
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match;
  const offset = zone === 'Z' ? ok(0) : parseOffset(zone);
  if (!offset.ok) return err({ code: 'instant/no-such-time' });

  const wall = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const written = new Date(wall);
  const real =
    written.getUTCMonth() === Number(month) - 1 &&
    written.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  if (!real) return err({ code: 'instant/no-such-time' });

  const millis = Math.floor(Number(`0.${fraction || '0'}`) * 1000 + 0.5);
  return instantOf(wall + millis - offset.value * 60_000);
}

/** An {@link Instant} from milliseconds since 1970, or the reason why not. */
export function instantOf(epochMs: number): Result<Instant, InstantError> {
  const inRange = Number.isInteger(epochMs) && epochMs >= FIRST && epochMs < AFTER_LAST;
  return inRange ? ok(epochMs as Instant) : err({ code: 'instant/no-such-time' });
}

/** What a clock of ours tells in milliseconds since 1970, or a time reckoned from it. Throws outside the years that {@link instantOf} accepts. */
export function momentOf(epochMs: number): Instant {
  const moment = instantOf(Math.trunc(epochMs));
  if (!moment.ok) throw new Error('a clock of ours tells a time of our years');
  return moment.value;
}

/** ISO 8601 in UTC with milliseconds. */
export const instantText = (instant: Instant): string => new Date(instant).toISOString();

/** Reads `+HH:MM` or `-HH:MM` up to 14 hours (EPCIS 2.0 `eventTimeZoneOffset`). */
export function parseOffset(text: string): Result<OffsetMinutes, InstantError> {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(text);
  if (!match) return err({ code: 'instant/format' });
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (Number(match[3]) > 59 || minutes > 14 * 60) return err({ code: 'instant/no-such-time' });
  return ok((match[1] === '-' ? 0 - minutes : minutes) as OffsetMinutes);
}

/** The earlier of two moments. */
export const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b);
