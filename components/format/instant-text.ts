const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string, style: 'full' | 'clock'): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`;
  const known = FORMATS.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...(style === 'full' ? { day: 'numeric', month: 'short', year: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  FORMATS.set(key, format);
  return format;
}

/** A moment on the wall clock of a zone: `20 Nov 2026, 10:31:07`. */
export const instantInZone = (iso: string, timeZone: string): string =>
  formatFor(timeZone, 'full').format(new Date(iso));

/** Only the time of day there: `10:31:07`. */
export const clockInZone = (iso: string, timeZone: string): string =>
  formatFor(timeZone, 'clock').format(new Date(iso));

/** True where the two zones show different wall clocks at that moment. */
export const zonesDiffer = (iso: string, a: string, b: string): boolean =>
  instantInZone(iso, a) !== instantInZone(iso, b);

/** The place in a zone's name: `Europe/Lisbon` is `Lisbon`. */
export const zonePlace = (timeZone: string): string =>
  (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
