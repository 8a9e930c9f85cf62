import type { Refusal } from '../custody/authority/may-report.ts';
import type { Breach } from '../custody/breach.ts';
import type { Decision } from '../custody/decision.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { EpcisEvent } from '../epcis/epcis-event.ts';
import type { Instant } from '../kernel/instant.ts';
import type { AttemptDetails } from './attempt-details.ts';
import type { SignatureFault } from './event-signer.ts';
import type { OriginalRecordTime } from './original-record-time.ts';

/** An event to record, with what its reporter's words do not say. */
export interface EventToRecord {
  readonly event: EpcisEvent;
  /** SHA-256 of the document it came in, in hexadecimal. */
  readonly documentSha256: string;
  readonly recordedAt: Instant;
  /** Of a history import: when it was recorded where it comes from (custody.md 7). Takes a permit to name. */
  readonly originalRecordTime?: OriginalRecordTime | undefined;
  /** The organisation's own signature over the leaf that was handed out to it, 64 bytes; without one the platform signs. */
  readonly signature?: Uint8Array | undefined;
  /** How the packs were read, where a person stands behind it: kept with a refused attempt. */
  readonly attempt?: AttemptDetails | undefined;
}

/** Recorded: durable. `decision` is absent where the same event was recorded before. */
export interface RecordedEvent {
  readonly ref: EventRef;
  readonly eventId: string;
  readonly repeated: boolean;
  readonly decision: Extract<Decision, { kind: 'recorded' }> | undefined;
  readonly pid: bigint | undefined;
}

export type RecordError =
  | { readonly code: 'capture/not-yours'; readonly refusal: Refusal }
  | { readonly code: 'capture/refused'; readonly breaches: readonly Breach[] }
  | { readonly code: 'capture/other-content'; readonly eventId: string }
  | SignatureFault;
