import type { Instant } from '../kernel/instant.ts';

/** A timestamptz as pg gives it. Times come from our own writers, so they are within the years an {@link Instant} has. */
export const instantOfDate = (date: Date): Instant => date.getTime() as Instant;

/** As {@link instantOfDate}, for a column that may be null. */
export const instantOfNullable = (date: Date | null): Instant | undefined =>
  date === null ? undefined : instantOfDate(date);
