import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';

/**
 * custody.md 6: only whoever presents the recorded batch may learn anything of the serial. A pack recorded without one is presented by
 * nobody: to ask without a batch is no proof of having it.
 */
export const batchMatches = (request: CounterRequest, { pack }: CounterFacts): boolean =>
  pack !== undefined && request.lot !== undefined && request.lot === pack.lot;

/** Compares the dates, not the digits: day 00 is the last day of the month. A date that is not given agrees with nothing. */
export const expiryMatches = (request: CounterRequest, { pack }: CounterFacts): boolean =>
  pack !== undefined && request.expiry !== undefined && request.expiry.date === pack.expiry;
