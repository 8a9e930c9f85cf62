import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every number that the detectors decide by, in one place and one version (detectors.md 2). Durations in milliseconds. */
export const PARAMETERS = {
  version: 2,
  /** Beyond so many, further sites and findings of one kind decide nothing and are not remembered. */
  mostSites: 8,
  mostOpen: 64,
  coverage: { priorGood: 0.97 * 20, priorTotal: 20 },
  /** Findings of one kind and batch within a week, and of one actor within a fortnight, are one case. */
  cases: { sameMs: 7 * DAY, actorMs: 14 * DAY },
  d01: { settleMs: 30 * MINUTE, rescanMs: 30 * MINUTE, sitesForHigh: 3, sitesForCritical: 2 },
  d02: { settleMs: 24 * HOUR, softDays: 27, sitesForLot: 3 },
  d03: { settleMs: 24 * HOUR, repeatMs: 24 * HOUR },
  d04: { settleMs: 24 * HOUR, declarationMs: 24 * HOUR },
  /** Below the gate an organisation's books are too patchy to accuse anybody by: it is asked to mend them instead. */
  d06: { settleMs: 5 * DAY, gate: 0.9 },
  d07: { settleMs: 5 * DAY, gate: 0.9 },
  d08: { waitMs: 10 * DAY, gate: 0.9 },
  d09: { settleMs: 48 * HOUR, lowSettleMs: 120 * HOUR, gate: 0.985, lowGate: 0.9 },
  d10: { settleMs: 24 * HOUR, farKm: 100 },
  d11: { graceMs: 24 * HOUR, packsNoSlipExplains: 3 },
  d14: { lockedSettleMs: 0 },
  d15: { renewalMs: 14 * DAY },
  d16: { settleMs: 0 },
  d21: {
    ...{
      settleMs: HOUR,
      radiusKm: 25,
      leastKm: 50,
      detour: 1.25,
      groundKmh: 90,
      airKmh: 800,
      airFromKm: 300,
    },
    ...{ domesticHandlingMs: 4 * HOUR, abroadHandlingMs: 6 * HOUR, clockSigmaMs: 3 * MINUTE },
    ...{ leastPairs: 3, explained: 0.8 },
    shiftsMs: [1, 2, 3, 5.5, 8, 12, 24].map((hours) => hours * HOUR),
  },
  d22: { windowMs: 30 * DAY, organisations: 3, sightings: 4 },
} as const;

/** Names the parameters in force: the first 16 hex digits of the SHA-256 of their canonical JSON, after `p-`. */
export const PARAMETERS_HASH = `p-${hexOf(sha256(utf8Of(canonicalJson(PARAMETERS)))).slice(0, 16)}`;
