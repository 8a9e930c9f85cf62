import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Every number that the detectors decide by, in one place and one version (detectors.md 2). Durations in milliseconds. */
export const PARAMETERS = {
  version: 1,
  /** Beyond so many, further sites and findings of one kind decide nothing and are not remembered. */
  mostSites: 8,
  mostOpen: 64,
  coverage: { priorGood: 0.97 * 20, priorTotal: 20 },
  d01: { settleMs: 30 * MINUTE, rescanMs: 30 * MINUTE, sitesForHigh: 3, sitesForCritical: 2 },
  d02: { settleMs: 24 * HOUR, softDays: 27, sitesForLot: 3 },
  d03: { settleMs: 24 * HOUR, repeatMs: 24 * HOUR },
  d04: { settleMs: 24 * HOUR, declarationMs: 24 * HOUR },
} as const;

/** Names the parameters in force: the first 16 hex digits of the SHA-256 of their canonical JSON, after `p-`. */
export const PARAMETERS_HASH = `p-${hexOf(sha256(utf8Of(canonicalJson(PARAMETERS)))).slice(0, 16)}`;
