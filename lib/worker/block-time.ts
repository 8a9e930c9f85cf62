import { type Instant, momentOf } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** What is known of the time when a block is to be sealed. */
export interface Clocks {
  /** Our clock before and after the database told its own. */
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly databaseTime: Instant;
  /** The time of the latest block, milliseconds since 1970; 0 before the first. */
  readonly lastTimeMs: bigint;
}

export type ClockError =
  | { readonly code: 'clock/behind-the-log'; readonly byMs: number }
  | { readonly code: 'clock/not-the-databases'; readonly byMs: number };

/** Corrections of a clock, by a time service, are far smaller. */
const MOST_BEHIND_MS = 5_000;
const MOST_DRIFT_MS = 2_000;

/**
 * The time that a block header names: ours, but never before the latest block's. Where a clock is plainly wrong no block is sealed.
 * Errors: `clock/behind-the-log` (more than 5 seconds), `clock/not-the-databases` (more than 2 seconds apart, whatever the answer's
 * way took), with the difference.
 */
export function blockTime({
  askedAt,
  answeredAt,
  databaseTime,
  lastTimeMs,
}: Clocks): Result<Instant, ClockError> {
  const driftMs = Math.max(askedAt - databaseTime, databaseTime - answeredAt, 0);
  if (driftMs > MOST_DRIFT_MS) return err({ code: 'clock/not-the-databases', byMs: driftMs });
  const last = Number(lastTimeMs);
  const behindMs = last - answeredAt;
  if (behindMs > MOST_BEHIND_MS) return err({ code: 'clock/behind-the-log', byMs: behindMs });
  return ok(momentOf(Math.max(answeredAt, last)));
}
