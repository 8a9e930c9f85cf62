import type { Instant } from '../kernel/instant.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day of a moment in UTC, as people read it: `20 November 2026`. */
export const dayText = (at: Instant): string => DAY.format(at);
