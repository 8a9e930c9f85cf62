import type { Gln } from '../gs1/gln.ts';
import type { BatchState } from './batch-state.ts';
import type { BreachDetail } from './breach.ts';
import type { Claim } from './claim.ts';
import type { PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import type { EventRef, PackState } from './pack-state.ts';

interface RuleBase {
  readonly id: `custody/${string}`;
  /** The section of the rule sheet that the rule comes from. */
  readonly source: string;
}

/** Refuses a whole event, because its reporter may not speak for a product that it names. */
export interface ProductRule extends RuleBase {
  readonly on: 'product';
  readonly effect: 'refuse';
  check(claim: Claim, gtinHolder: Gln | undefined): BreachDetail | undefined;
}

/** Weighs one pack as it stands where the fold meets the statement. */
export interface PackRule extends RuleBase {
  readonly on: 'pack';
  readonly effect: 'without-effect' | 'flag';
  check(claim: Claim, state: PackState, context: PackContext): BreachDetail | undefined;
}

/** Weighs one batch that the statement names. */
export interface BatchRule extends RuleBase {
  readonly on: 'batch';
  readonly effect: 'without-effect' | 'flag';
  check(claim: Claim, batch: BatchState | undefined): BreachDetail | undefined;
}

/** Weighs the event as a whole. */
export interface EventRule extends RuleBase {
  readonly on: 'event';
  readonly effect: 'flag';
  check(claim: Claim): BreachDetail | undefined;
}

/** What a change of the past would do: the fold before and after it. */
export interface Trial {
  readonly before: PackState;
  readonly after: PackState;
  /** Applied events, others' and final deeds, that would no longer hold as they were recorded. */
  readonly unsettled: readonly EventRef[];
  /** A container would come to stand in itself. */
  readonly makesRing: boolean;
}

/** Weighs a late statement by what it would do to statements that are applied already. */
export interface LateRule extends RuleBase {
  readonly on: 'late';
  readonly effect: 'without-effect';
  check(claim: Claim, trial: Trial): BreachDetail | undefined;
}

/** An error declaration about one pack: the entry it means, where there is one that stands. */
export interface Correction {
  readonly original: PackEntry | undefined;
  /** When the original was first recorded: along a chain of corrections the first in it counts. */
  readonly firstRecordedAt: Claim['recordedAt'] | undefined;
  readonly trial: Trial;
}

/** Weighs an error declaration. */
export interface CorrectionRule extends RuleBase {
  readonly on: 'correction';
  readonly effect: 'without-effect' | 'flag';
  check(claim: Claim, correction: Correction, context: PackContext): BreachDetail | undefined;
}

export type CustodyRule = ProductRule | PackRule | BatchRule | EventRule | LateRule | CorrectionRule;
