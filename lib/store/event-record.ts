import type { Claim } from '../custody/claim.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Action, JsonObject } from '../epcis/epcis-event.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';

/** The payload commitments of an event's leaf, sorted by name, with the salts that open them. */
export interface FieldCommitments {
  readonly names: readonly string[];
  /** 32 bytes for each name, joined. */
  readonly salts: Uint8Array;
  readonly commitments: Uint8Array;
}

/** An event as it is kept: what was said, who said it, what visibility is decided by, and its leaf. */
export interface EventRecord {
  /** The ledger's event id. */
  readonly id: EventRef;
  /** Who reported it, and the realm it stays in. */
  readonly scope: OrgScope;
  /** `eventID` as given, else the CBV event hash. */
  readonly eventId: string;
  readonly eventHash: string;
  /** 32 bytes: equal content, equal digest. */
  readonly contentDigest: Uint8Array;
  /** What the event says in the words of lib/custody. */
  readonly claim: Claim;
  readonly action: Action;
  readonly bizStep: string | undefined;
  readonly disposition: string | undefined;
  readonly eventTime: Instant;
  readonly offset: OffsetMinutes;
  readonly recordTime: Instant;
  /** Of a history import: when the event was recorded where it comes from. */
  readonly originalRecordTime: Instant | undefined;
  readonly readPoint: string | undefined;
  readonly bizLocation: string | undefined;
  /** The reporter's own place where it happened. */
  readonly location: Gln | undefined;
  readonly declaration: boolean;
  readonly corrects: EventRef | undefined;
  /** Parties of the source and destination lists. */
  readonly parties: readonly Gln[];
  /** Countries of readPoint, bizLocation, sources and destinations. */
  readonly countries: readonly string[];
  /** Holders of the GTINs named. */
  readonly holders: readonly Gln[];
  readonly document: JsonObject;
  readonly context: Json;
  readonly fields: FieldCommitments;
  /** The breaches found at recording, as JSON. */
  readonly flags: Json;
  /** The bytes the log will commit to. */
  readonly leaf: Uint8Array;
}
