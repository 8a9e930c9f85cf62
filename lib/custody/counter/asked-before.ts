import type { CounterCode } from './counter-codes.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';

const WINDOW_MS = 30 * 60_000;

/** What a second look can clear: each is asked for again once, whichever of them came first. */
const MISREADS: ReadonlySet<CounterCode> = new Set([
  'pack/batch-mismatch',
  'pack/expiry-mismatch',
  'pack/unknown',
  'batch/unknown',
]);

/**
 * custody.md 3, "once more": a second verification with a new request id at the same location within 30 minutes.
 * The facts hold only answers under other request ids at this location.
 */
export const askedBefore = (request: CounterRequest, facts: CounterFacts): boolean =>
  facts.previous.some(
    ({ at, code }) => MISREADS.has(code) && at <= request.at && request.at - at <= WINDOW_MS,
  );
