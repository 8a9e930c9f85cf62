import type { Instant } from '../kernel/instant.ts';
import { type LocalDate, localDateAt } from '../kernel/local-date.ts';

/** custody.md 1: expired when the site's local date is after the expiry date. No expiry date: never. */
export function isExpired(expiry: LocalDate | undefined, at: Instant, timeZone: string): boolean {
  // No place is a whole day ahead of UTC: before that day begins in UTC it is over nowhere.
  if (expiry === undefined || at < Date.parse(expiry)) return false;
  return localDateAt(at, timeZone) > expiry;
}
