import type { Instant } from '../kernel/instant.ts';
import { type LocalDate, localDateAt } from '../kernel/local-date.ts';

/** No place on Earth is more than a day ahead of UTC. */
const DAY_MS = 86_400_000;

/** custody.md 1: expired when the site's local date is after the expiry date. No expiry date: never. */
export function isExpired(expiry: LocalDate | undefined, at: Instant, timeZone: string): boolean {
  if (expiry === undefined || at + DAY_MS < Date.parse(expiry)) return false;
  return localDateAt(at, timeZone) > expiry;
}
