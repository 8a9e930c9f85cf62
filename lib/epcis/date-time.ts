import { type Instant, type InstantError, instantOf, parseInstant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';

const LEAP_SECOND = /T23:59:60(?=[.Z])|T\d{2}:\d{2}:60(?=[.+-])/;

/**
 * Reads a time of an EPCIS document: RFC 3339, which also has lower-case letters and the leap second; both are
 * rare, legal, and unknown to XML Schema. A leap second is counted as the first second of the next minute.
 * Without a time zone it is refused (EPCIS 2.0 section 7.2.1).
 */
export function parseDateTime(text: string): Result<Instant, InstantError> {
  const plain = parseInstant(text);
  if (plain.ok) return plain;
  const upper = text.toUpperCase();
  if (!LEAP_SECOND.test(upper)) return upper === text ? plain : parseInstant(upper);
  const before = parseInstant(upper.replace(':60', ':59'));
  return before.ok ? instantOf(before.value + 1000) : before;
}
