/**
 * lib/anomaly: what looks wrong in a history. One detector a file; each sees the log's events and observations in log order
 * and keeps a small state of its own, so that live and replay run the same code.
 */
import type { Breach } from '../custody/breach.ts';
import type { Claim } from '../custody/claim.ts';
import type { CounterVerdict } from '../custody/counter/counter-answer.ts';
import type { CounterReason } from '../custody/counter/counter-reason.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Instant } from '../kernel/instant.ts';

/** A recorded event, as it stands in the log. */
export interface EventSighting {
  readonly kind: 'event';
  readonly realm: number;
  readonly event: EventRef;
  /** `recordedAt` is the original record time in a history import. */
  readonly claim: Claim;
  /** The packs that it names: canonical Digital Links. */
  readonly packs: readonly string[];
  /** What the rules of custody found when it was recorded. */
  readonly breaches: readonly Breach[];
}

/** A verification, or an attempt that was refused (custody.md 3). */
export interface ObservationSighting {
  readonly kind: 'observation';
  readonly realm: number;
  readonly id: string;
  readonly at: Instant;
  readonly organisation: Gln;
  readonly location: Gln | undefined;
  readonly entryMode: 'scan' | 'manual';
  /** `verify`, or the state that was asked for. */
  readonly operation: string;
  /** Canonical Digital Link. */
  readonly pack: string;
  readonly gtin: Gtin;
  readonly serial: Serial;
  /** As read. */
  readonly lot: Lot | undefined;
  /** As read: YYMMDD. */
  readonly expiry: string | undefined;
  readonly verdict: CounterVerdict;
  /** Every reason that was given, the deciding one first. */
  readonly reasons: readonly [CounterReason, ...CounterReason[]];
}

/** What the detectors see, one after the other, in log order. */
export type Sighting = EventSighting | ObservationSighting;
