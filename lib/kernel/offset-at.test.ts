import { expect, test } from 'vitest';
import { type Instant, parseInstant } from './instant.ts';
import { offsetAt } from './offset-at.ts';

const at = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
};

/** The IANA time zone database's own facts. */
test.each([
  ['Europe/Berlin', '2026-01-15T12:00:00Z', 60],
  ['Europe/Berlin', '2026-07-15T12:00:00Z', 120],
  ['Asia/Kolkata', '2026-07-15T12:00:00Z', 330],
  ['America/St_Johns', '2026-01-15T12:00:00Z', -210],
  ['UTC', '2026-01-15T12:00:00Z', 0],
])('clocks in %s at %s are %i minutes east', (zone, text, minutes) => {
  expect(offsetAt(at(text), zone)).toBe(minutes);
});
