import type { BatchState } from './batch-state.ts';
import type { Breach } from './breach.ts';
import type { EntryChange, EntryEffect } from './pack-entry.ts';
import type { EventRef, PackState } from './pack-state.ts';
import type { Stay } from './stay.ts';

/** What a statement does to one pack. */
export interface PackOutcome {
  readonly effect: Exclude<EntryEffect, 'corrected'>;
  /** Of a corrective event that an error declaration waited for: the event whose place it takes. */
  readonly takesPlaceOf: EventRef | undefined;
  /** Every reason, worst effect first. */
  readonly breaches: readonly Breach[];
  readonly next: PackState;
  /** Earlier statements whose effect on this pack changes. */
  readonly changed: readonly EntryChange[];
  /** When it was in which container, where the history was read; else only the state tells. */
  readonly stays?: readonly Stay[] | undefined;
}

/** What a statement about a container makes of an object that was inside, and that it does not name. */
export interface ContentOutcome {
  readonly item: string;
  readonly next: PackState;
  readonly changed: readonly EntryChange[];
  readonly stays: readonly Stay[];
}

/** What a statement does to one batch. */
export interface BatchOutcome {
  readonly effect: 'applied' | 'without-effect';
  readonly breaches: readonly Breach[];
  readonly next: BatchState;
}

/** Refused: nothing is stored but an observation. Recorded: the event is stored whole; its effect is per item. */
export type Decision =
  | { readonly kind: 'refused'; readonly breaches: readonly [Breach, ...Breach[]] }
  | {
      readonly kind: 'recorded';
      /** By canonical SGTIN, in the order of the statement. */
      readonly packs: ReadonlyMap<string, PackOutcome>;
      /** Of the containers named, by canonical name. */
      readonly containers: ReadonlyMap<string, PackOutcome>;
      /** Of objects that are not named but were inside one that is. */
      readonly contents: readonly ContentOutcome[];
      /** By canonical LGTIN; only batches that change or were spoken of. */
      readonly batches: ReadonlyMap<string, BatchOutcome>;
      /** Flags of the event as a whole. */
      readonly flags: readonly Breach[];
    };
