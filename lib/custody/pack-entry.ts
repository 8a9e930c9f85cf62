import type { Claim } from './claim.ts';
import type { EventRef } from './pack-state.ts';

/**
 * What a recorded statement did to one pack.
 * - `applied`: the fold counts it.
 * - `without-effect`: the fold weighs it each time and finds it wanting; a later event may make it count.
 * - `barred`: kept out of the fold, because it would undo what others recorded (custody.md 2).
 * - `corrected`: taken out by an error declaration.
 */
export type EntryEffect = 'applied' | 'without-effect' | 'barred' | 'corrected';

/** One statement in the history of one pack. */
export interface PackEntry {
  readonly claim: Claim;
  readonly effect: EntryEffect;
  /** Of a corrective event: the event whose place in the fold it takes. */
  readonly takesPlaceOf?: EventRef | undefined;
  /**
   * Its place in the order of recording among the entries of all objects: what decides between equal times of a pack and its
   * container. Absent: its index in the history.
   */
  readonly order?: number | undefined;
}

/** The entry of a statement that is being recorded: after everything else. */
export const lastEntry = (claim: Claim, effect: EntryEffect): PackEntry => ({
  claim,
  effect,
  order: Number.POSITIVE_INFINITY,
});

/** A change that recording one statement makes to an earlier entry of the same pack. */
export interface EntryChange {
  readonly event: EventRef;
  readonly effect: EntryEffect;
  readonly takesPlaceOf: EventRef | undefined;
}
