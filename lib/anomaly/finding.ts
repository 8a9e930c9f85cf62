import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';

/** 1 info, 2 low, 3 investigate, 4 high, 5 critical: patients at risk, or evidence of a crime (detectors.md 2.0). */
export type FindingSeverity = 1 | 2 | 3 | 4 | 5;

/** An innocent explanation that was considered, and how it was tested. */
export interface InnocentCause {
  readonly cause: string;
  readonly tested: string;
}

/** What a detector says, as the explanation contract of detectors.md 2.0 wants it told. */
export interface Finding {
  /** The same evidence gives the same id, live and in a replay. */
  readonly id: string;
  readonly realm: number;
  readonly detector: string;
  /** To whom it goes: the scan's answer, the partner that caused it, the regulator. Never one pipe. */
  readonly kind: 'stop' | 'data-quality' | 'case';
  readonly severity: FindingSeverity;
  readonly title: string;
  readonly observed: string;
  readonly expected: string;
  readonly innocent: readonly InnocentCause[];
  /** What would clear it. */
  readonly clears: string;
  /** What to do. */
  readonly action: string;
  readonly packs: readonly string[];
  readonly lots: readonly string[];
  readonly parties: readonly Gln[];
  readonly locations: readonly Gln[];
  readonly countries: readonly string[];
  readonly events: readonly string[];
  readonly observations: readonly string[];
  readonly raisedAt: Instant;
  /** When its audience first sees it, unless it is withdrawn before. */
  readonly visibleAt: Instant;
  /** 0 to 1: the higher, the sooner it should be read. */
  readonly rank: number;
  /** Hash of the parameters in force. */
  readonly parameters: string;
}

/** Later data explained a finding: it is withdrawn, never deleted. */
export interface Withdrawal {
  readonly finding: string;
  /** The event that cleared it; `undefined` where an observation did. */
  readonly clearedBy: string | undefined;
}
