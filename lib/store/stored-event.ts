import type { Claim } from '../custody/claim.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { JsonObject } from '../epcis/epcis-event.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import { instantOfDate, instantOfNullable } from './instant-of-date.ts';
import { type LedgerPlace, ledgerPlaceOf, SHOWN_SIZES, type ShownSizes } from './ledger-place.ts';

/** An event as its reader may see it whole. */
export interface StoredEvent {
  readonly id: EventRef;
  readonly reporter: Gln;
  readonly eventId: string;
  readonly eventHash: string;
  readonly claim: Claim;
  readonly eventTime: Instant;
  readonly offset: OffsetMinutes;
  readonly recordTime: Instant;
  readonly originalRecordTime: Instant | undefined;
  readonly location: Gln | undefined;
  readonly declaration: boolean;
  readonly corrects: EventRef | undefined;
  readonly parties: readonly Gln[];
  readonly countries: readonly string[];
  /** As received, to be read under `context`. */
  readonly document: JsonObject;
  readonly context: Json;
  /** The breaches found at recording. */
  readonly flags: Json;
  readonly ledger: LedgerPlace;
}

/** The columns that {@link storedEventOf} reads, of `event e` and `ledger.entry n`. */
export const EVENT_COLUMNS = `e.id, e.reporter, e.event_id, e.event_hash, e.claim, e.event_time, e.offset_minutes, e.record_time,
  e.original_record_time, e.location, e.declaration, e.corrects, e.parties, e.countries, e.document, e.context, e.flags, n.seq,
  ${SHOWN_SIZES}`;

export interface EventRow extends ShownSizes {
  readonly id: EventRef;
  readonly reporter: Gln;
  readonly event_id: string;
  readonly event_hash: string;
  readonly claim: Claim;
  readonly event_time: Date;
  readonly offset_minutes: number;
  readonly record_time: Date;
  readonly original_record_time: Date | null;
  readonly location: Gln | null;
  readonly declaration: boolean;
  readonly corrects: EventRef | null;
  readonly parties: readonly Gln[];
  readonly countries: readonly string[];
  readonly document: JsonObject;
  readonly context: Json;
  readonly flags: Json;
  readonly seq: bigint | null;
}

export const storedEventOf = (row: EventRow): StoredEvent => ({
  id: row.id,
  reporter: row.reporter,
  eventId: row.event_id,
  eventHash: row.event_hash,
  claim: row.claim,
  eventTime: instantOfDate(row.event_time),
  offset: row.offset_minutes as OffsetMinutes,
  recordTime: instantOfDate(row.record_time),
  originalRecordTime: instantOfNullable(row.original_record_time),
  location: row.location ?? undefined,
  declaration: row.declaration,
  corrects: row.corrects ?? undefined,
  parties: row.parties,
  countries: row.countries,
  document: row.document,
  context: row.context,
  flags: row.flags,
  ledger: ledgerPlaceOf(row.id, row.seq, row),
});
