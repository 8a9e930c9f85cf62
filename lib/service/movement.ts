import type { EventRef } from '../custody/pack-state.ts';
import type { UnmovedCode } from '../custody/unmoved-code.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Sscc } from '../gs1/sscc.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RecordError } from './recorded-event.ts';

/** A pack by its key. */
export interface PackName {
  readonly gtin: Gtin;
  readonly serial: Serial;
}

/** A pack on which a movement had no effect, and why; the first reason is the worst. */
export interface UnmovedPack extends PackName {
  readonly code: UnmovedCode;
}

/** A container on which a movement had no effect, and why. */
export interface UnmovedContainer {
  readonly sscc: Sscc;
  readonly code: UnmovedCode;
}

/** What became of packs and containers that were said to move. */
export interface Movement {
  /** The first of `events`: the name of the delivery. */
  readonly id: EventRef;
  /** One for each thousand packs. */
  readonly events: readonly EventRef[];
  readonly at: Instant;
  readonly applied: number;
  readonly withoutEffect: readonly UnmovedPack[];
  readonly containersWithoutEffect: readonly UnmovedContainer[];
  /** Packs that were seen in a container in which the record has them not; of a receipt only. */
  readonly checksFailed?: readonly UnmovedPack[];
  /** The same request was answered before; nothing was recorded again. */
  readonly repeated: boolean;
}

export type MovementError =
  | RecordError
  /** The list of packs is empty or too long. */
  | { readonly code: 'movement/packs'; readonly most: number }
  /** Nobody is registered under this GLN, or it is the sender itself. */
  | { readonly code: 'movement/partner'; readonly gln: Gln }
  /** Asked first: these packs would not move, so nothing was recorded. */
  | {
      readonly code: 'movement/would-not-move';
      readonly packs: readonly UnmovedPack[];
      readonly containers: readonly UnmovedContainer[];
    };
