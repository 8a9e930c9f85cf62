import type { PackStatus } from '../pack-state.ts';
import type { CounterReason } from './counter-reason.ts';

/** What to do with the pack in hand. */
export type CounterVerdict = 'supply' | 'rescan' | 'set-aside';

/** How the answer travels: the HTTP table of interfaces.md, as data. */
export type AnswerKind =
  | 'known'
  | 'already-done-here'
  | 'unknown-product'
  | 'unknown-batch'
  | 'unknown-pack'
  | 'batch-mismatch'
  | 'expiry-mismatch'
  | 'refused-state';

/**
 * What is to be written. `applied`: an event that moves the pack; `testimony`: an event that is recorded without
 * effect (custody.md 2); `observation`: no event. An observation is written with each of them.
 */
export type Recorded = 'applied' | 'testimony' | 'observation';

/** 0: nothing; 1: the lowest; 5: the highest (detectors.md 2.1). */
export type Severity = 0 | 1 | 2 | 3 | 4 | 5;

/** The three levels of custody.md 1, and the worst of them. */
export interface CounterStates {
  readonly packState: PackStatus | 'locked';
  readonly batchState: 'released' | 'recalled' | 'expired';
  /** `not-marketed`: master data name no market in the site's country; it decides nothing. */
  readonly productState: 'marketed' | 'withdrawn' | 'not-marketed';
  readonly state: string;
}

/** The counter's whole judgement. */
export interface CounterAnswer {
  readonly verdict: CounterVerdict;
  readonly answerKind: AnswerKind;
  /** The id of the row or change rule that decided. */
  readonly rule: string;
  /** Every reason that may be told, the deciding one first. */
  readonly reasons: readonly [CounterReason, ...CounterReason[]];
  /** Absent where the answer may tell nothing about the serial. After a change: the states it leads to. */
  readonly states: CounterStates | undefined;
  readonly recorded: Recorded;
  readonly severity: Severity;
  /** Whether somebody is told: an anomaly finding arises from this attempt. */
  readonly finding: boolean;
  /** The finding may still clear itself (a misread, a late upload). */
  readonly provisional: boolean;
  /** An item for the asker's own books: a step that it should have reported was inferred. */
  readonly dataQuality: boolean;
  /** False: batch and expiry echo the request; states, product, events and ledger are null. */
  readonly discloses: boolean;
}
