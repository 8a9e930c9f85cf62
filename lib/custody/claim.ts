import type { Gln } from '../gs1/gln.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { OrganisationRole } from './org-scope.ts';
import type { EventRef } from './pack-state.ts';

/** What a statement says happened, in our own words (custody.md 1 and 4). `observe` moves nothing. */
export type Act =
  | 'commission'
  | 'supply'
  | 'destroy'
  | 'export'
  | 'sample'
  | 'free-sample'
  | 'steal'
  | 'lock'
  | 'lift'
  | 'recall'
  | 'ship'
  | 'return-ship'
  | 'void-shipping'
  | 'receive'
  | 'pack'
  | 'unpack'
  | 'close'
  | 'open'
  | 'observe';

/** An organisation that the reporter may speak for: itself, or one that made it its agent. */
export interface Principal {
  readonly gln: Gln;
  readonly role: OrganisationRole;
  readonly ownerGroup: string | undefined;
}

/**
 * What a statement says of every pack that it names: all that the fold needs, without the list of packs. Facts about
 * the reporter stand as they were when it was recorded, so that a later fold gives the same answer.
 */
export interface Claim {
  readonly event: EventRef;
  readonly act: Act;
  readonly reporter: Gln;
  readonly reporterRole: OrganisationRole;
  readonly reporterCountry: string;
  /** The reporter first. */
  readonly speaksFor: readonly [Principal, ...Principal[]];
  /** A sandbox organisation may speak for any party and any product inside its own realm. */
  readonly sandbox: boolean;
  /** The reporter's own place: bizLocation, else readPoint, else where its session stands. */
  readonly location: Gln | undefined;
  /** Country of `location`, or of the reporter where no place is known. */
  readonly country: string;
  readonly timeZone: string;
  readonly from: Gln | undefined;
  readonly to: Gln | undefined;
  readonly lot: Lot | undefined;
  readonly expiry: LocalDate | undefined;
  readonly reason: string | undefined;
  readonly recallClass: 'I' | 'II' | 'III' | undefined;
  /** Countries that a recall reaches; empty: every country. */
  readonly reach: readonly string[];
  /** The event that a `lift` takes back. */
  readonly lifts: EventRef | undefined;
  /** Present on an error declaration: the event that it declares to be in error. */
  readonly corrects: EventRef | undefined;
  readonly correctives: readonly EventRef[];
  /** An earlier event of the same reporter with the same content, not in error: this one is the same event. */
  readonly repeats: EventRef | undefined;
  /** Of a statement about a container and what is in it: the container’s canonical name. */
  readonly container?: string | undefined;
  /** What the statement says of the container’s state afterwards, where it says so. */
  readonly closed?: boolean | undefined;
  /** Of an `unpack` that names no contents: everything was taken out. */
  readonly empties?: true | undefined;
  /** Of a `pack`: the most levels of containers that stood in any of the contents when it was recorded. */
  readonly levels?: number | undefined;
  /** eventTime as claimed. */
  readonly claimedAt: Instant;
  readonly recordedAt: Instant;
  /** Where the fold puts it: the claimed time, or the record time where the claim lies ahead of it. */
  readonly foldedAt: Instant;
}
