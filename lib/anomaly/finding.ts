import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';

/** 1 info, 2 low, 3 investigate, 4 high, 5 critical: patients at risk, or evidence of a crime (detectors.md 2.0). */
export type FindingSeverity = 1 | 2 | 3 | 4 | 5;

/** An innocent explanation that was considered, and how it was tested. */
export interface InnocentCause {
  readonly cause: string;
  readonly tested: string;
}

/** What a finding tells people: the explanation contract of detectors.md 2.0, in plain sentences. */
export interface FindingText {
  readonly title: string;
  readonly observed: string;
  readonly expected: string;
  readonly innocent: readonly InnocentCause[];
  /** What would clear it. */
  readonly clears: string;
  /** What to do. */
  readonly action: string;
}

/** What a detector says. */
export interface Finding extends FindingText {
  /** The same evidence gives the same id, live and in a replay. */
  readonly id: string;
  readonly realm: number;
  readonly detector: string;
  /** A data-quality item goes to the parties it is about, a case to the regulator. Never one pipe. */
  readonly kind: 'data-quality' | 'case';
  readonly severity: FindingSeverity;
  readonly packs: readonly string[];
  readonly lots: readonly string[];
  readonly parties: readonly Gln[];
  readonly locations: readonly Gln[];
  readonly countries: readonly string[];
  readonly events: readonly EventRef[];
  readonly observations: readonly string[];
  readonly raisedAt: Instant;
  /** When its audience first sees it, unless it is withdrawn before. */
  readonly visibleAt: Instant;
  /** 0 to 1: the higher, the sooner it should be read. */
  readonly rank: number;
  /** Names the parameters in force. */
  readonly parameters: string;
}

/** Later data explained a finding: it is withdrawn, never deleted. */
export interface Withdrawal {
  readonly finding: string;
  /** When what cleared it was recorded. */
  readonly at: Instant;
  /** The event that cleared it; `undefined` where an observation did. */
  readonly clearedBy: EventRef | undefined;
}
