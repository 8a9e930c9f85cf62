import type { OrgScope } from '../custody/org-scope.ts';
import type { EpcisEvent } from '../epcis/epcis-event.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import { type ImportPermit, originalRecordTime } from './original-record-time.ts';
import { ownDocumentSha256 } from './own-document-sha256.ts';
import { recordEvent } from './record-event.ts';
import type { RecordError, RecordedEvent } from './recorded-event.ts';

/** An event of the past, with when it was recorded where it comes from. */
export interface ImportedEvent {
  readonly event: EpcisEvent;
  readonly originallyAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * Records an event of a history import (custody.md 7) by the rules of any other: what is judged by its record time is judged by
 * the original one, and the leaf shows the import. Errors: those of {@link recordEvent}.
 */
export function importEvent(
  permit: ImportPermit,
  scope: OrgScope,
  { event, originallyAt, recordedAt }: ImportedEvent,
): Promise<Result<RecordedEvent, RecordError>> {
  return recordEvent(scope, {
    event,
    documentSha256: ownDocumentSha256(event.document),
    recordedAt,
    originalRecordTime: originalRecordTime(permit, originallyAt, recordedAt),
  });
}
