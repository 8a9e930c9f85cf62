import type { Instant, OffsetMinutes } from '../kernel/instant.ts';

/** `+02:00` (EPCIS 2.0 `eventTimeZoneOffset`). */
export function offsetText(offset: OffsetMinutes): string {
  const minutes = Math.abs(offset);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** ISO 8601 with milliseconds on the wall clock of an offset, as an event is best read where it happened. */
export const instantTextAt = (instant: Instant, offset: OffsetMinutes): string =>
  new Date(instant + offset * 60_000).toISOString().slice(0, -1) + offsetText(offset);
