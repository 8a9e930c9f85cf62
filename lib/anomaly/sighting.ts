/**
 * lib/anomaly: what looks wrong in a history. One detector a file; each sees the log's events and observations in log order
 * and keeps a small state of its own, so that live and replay run the same code.
 */
import type { Breach } from '../custody/breach.ts';
import type { Claim } from '../custody/claim.ts';
import type { CounterCode } from '../custody/counter/counter-codes.ts';
import type { EntryEffect } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';

/** One pack that an event names, and what the event did to it. */
export interface SeenPack {
  /** Canonical Digital Link. */
  readonly uri: string;
  readonly gtin: Gtin;
  readonly effect: EntryEffect;
}

/** A recorded event, as it stands in the log. */
export interface EventSighting {
  readonly kind: 'event';
  readonly realm: number;
  readonly event: EventRef;
  readonly claim: Claim;
  readonly packs: readonly SeenPack[];
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
  readonly device: string | undefined;
  readonly entryMode: 'scan' | 'manual';
  /** `verify`, or the state that was asked for. */
  readonly operation: string;
  readonly pack: string;
  readonly gtin: Gtin;
  /** As read. */
  readonly lot: Lot | undefined;
  /** As read: YYMMDD. */
  readonly expiry: string | undefined;
  readonly verdict: 'supply' | 'rescan' | 'set-aside';
  /** Every reason that was given, the deciding one first. */
  readonly codes: readonly [CounterCode, ...CounterCode[]];
}

/** What the detectors see, one after the other, in log order. */
export type Sighting = EventSighting | ObservationSighting;
