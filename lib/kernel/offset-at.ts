import { type Instant, type OffsetMinutes, parseOffset } from './instant.ts';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of UTC that clocks in `timeZone` (an IANA name) show at `instant`. */
export function offsetAt(instant: Instant, timeZone: string): OffsetMinutes {
  let format = FORMATS.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    FORMATS.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = parseOffset(name.slice('GMT'.length) || '+00:00');
  if (!offset.ok) throw new Error(`no offset in ${name}`);
  return offset.value;
}
