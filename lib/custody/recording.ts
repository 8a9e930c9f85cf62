import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import type { EventRef } from './pack-state.ts';
import type { LocationFacts, PartyFacts } from './party-facts.ts';

/** What the recorder knows of an event beside what it says: who reported it, when, and which events it refers to. */
export interface Recording {
  readonly event: EventRef;
  readonly reporter: PartyFacts;
  /** Organisations that have made the reporter their agent; those that no place or product of the event belongs to may be left out. */
  readonly principals: readonly PartyFacts[];
  readonly sandbox: boolean;
  /** Our clock; in a history import the original record time (custody.md 7). */
  readonly recordedAt: Instant;
  /** The location that the session or key is bound to: stands in where the event names none. */
  readonly sessionLocation: Gln | undefined;
  /** The registered places among those that the event names, and the session's. */
  readonly locations: ReadonlyMap<Gln, LocationFacts>;
  /** Of an error declaration: the event with the same eventID that is no declaration. */
  readonly corrects: EventRef | undefined;
  /** Its correctiveEventIDs as event references, recorded or not. */
  readonly correctives: readonly EventRef[];
  /** What `vialog:lifts` names; `undefined` where it names nothing known. */
  readonly lifts: EventRef | undefined;
  /** Of a packing: the most levels of containers that stand in any of what is put into the container. */
  readonly levels: number;
  /** See {@link Claim.repeats}. */
  readonly repeats: EventRef | undefined;
}
