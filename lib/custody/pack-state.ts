import type { Gln } from '../gs1/gln.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';

/** custody.md 1, level "pack". `unknown`: named by somebody, never commissioned with effect. */
export type PackStatus =
  | 'unknown'
  | 'active'
  | 'supplied'
  | 'destroyed'
  | 'exported'
  | 'sample'
  | 'free-sample'
  | 'stolen';

/** The ledger's event id (custody.md 7) as 32 lower-case hex digits. */
export type EventRef = string;

/** custody.md 1, level "place". In transit the sender counts as current holder. */
export type Place =
  | { readonly kind: 'nowhere' }
  | {
      readonly kind: 'held';
      readonly party: Gln;
      readonly location: Gln | undefined;
      readonly since: Instant;
      /** The owner group of `party`, where it has one: its sisters' supplies are applied (custody.md 3). */
      readonly ownerGroup?: string | undefined;
    }
  | {
      readonly kind: 'transit';
      readonly from: Gln;
      readonly to: Gln | undefined;
      readonly returned: boolean;
      readonly since: Instant;
    };

/** The countries that a statement binds (custody.md 1: a regulator's bind sites in its own country). */
export interface Reach {
  readonly kind: 'only' | 'all-but';
  readonly countries: readonly string[];
}

/** Who did a thing to a pack, where and when; `recordedAt` is our clock, `at` the claimed time. */
export interface Deed {
  readonly event: EventRef;
  readonly by: Gln;
  readonly location: Gln | undefined;
  readonly country: string | undefined;
  readonly at: Instant;
  readonly recordedAt: Instant;
  /** Of a theft or a lock: whom it binds. Absent: every country. */
  readonly reach?: Reach | undefined;
}

/** custody.md 4: an object is inside a container since an event put it there. */
export interface Bond {
  /** The canonical name of the container. */
  readonly container: string;
  readonly since: Instant;
  readonly event: EventRef;
}

/**
 * Everything the rules know of one pack or container: the fold of its own events. Of what is inside a container this is not
 * the whole: place, theft and locks are the outermost container's, which `stateWithin` adds.
 */
export interface PackState {
  readonly status: PackStatus;
  readonly place: Place;
  readonly lot: Lot | undefined;
  readonly expiry: LocalDate | undefined;
  readonly commissioned: Deed | undefined;
  /** What made the status terminal. */
  readonly terminal: Deed | undefined;
  /**
   * A supply by an organisation that did not hold the pack: it binds every other counter,
   * but not the recorded holder's or consignee's (custody.md 2).
   */
  readonly foreignSupply: Deed | undefined;
  /** The oldest lock that stands. Test it with `lockIn`: a foreign regulator's lock binds nobody here. */
  readonly locked: Deed | undefined;
  /** Locks of others that stand beside it; lifting one leaves the rest. */
  readonly otherLocks: readonly Deed[];
  readonly disputed: boolean;
  /** The latest (folded) event time among applied events. */
  readonly lastAppliedAt: Instant | undefined;
  /** The latest (folded) event time among all recorded statements: an earlier one is late and needs the history. */
  readonly latestAt: Instant | undefined;
  /** Corrective events that an error declaration named and that are not recorded yet. */
  readonly awaited: readonly EventRef[];
  /** The container that the object is in by its own events. */
  readonly inside?: Bond | undefined;
  /** Some event ever put it into a container, with effect or without: what is late then needs the history. */
  readonly packed?: true | undefined;
  /** Of what things were ever put into, and of a logistic unit: is it closed? Absent: it is no container. */
  readonly closed?: boolean | undefined;
}
