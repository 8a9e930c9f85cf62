import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Every number that the detectors decide by, in one place and one version (detectors.md 2). Durations in milliseconds. */
export const PARAMETERS = {
  version: 1,
  d01: {
    settleMs: 30 * MINUTE,
    technicalMs: 30 * MINUTE,
    unrelatedForHigh: 3,
    unrelatedForCritical: 2,
    mostRemembered: 8,
  },
  d02: { settleMs: 24 * HOUR, softDays: 27, unrelatedForLot: 3, mostRemembered: 8 },
  d03: { sameSettleMs: 24 * HOUR, repeatMs: 24 * HOUR },
  d04: { settleMs: 24 * HOUR },
  d12: { settleMs: 0 },
  d13: { settleMs: 0 },
  d14: { settleMs: 0 },
} as const;

/** Names the parameters in force: the first 16 hex digits of the SHA-256 of their canonical JSON, after `p-`. */
export const PARAMETERS_HASH = `p-${hexOf(sha256(utf8Of(canonicalJson(PARAMETERS)))).slice(0, 16)}`;
