import type { Instant, OffsetMinutes } from './instant.ts';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC that clocks in `timeZone` (an IANA name) show at `instant`. */
export function offsetAt(instant: Instant, timeZone: string): OffsetMinutes {
  let format = FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    FORMATS.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /^GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0 as OffsetMinutes;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) as OffsetMinutes;
}
