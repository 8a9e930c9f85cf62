import type { OrgScope } from '../custody/org-scope.ts';
import type { EpcisEvent } from '../epcis/epcis-event.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Result } from '../kernel/result.ts';
import { type ImportPermit, originalRecordTime } from './original-record-time.ts';
import { ownDocumentSha256 } from './own-document-sha256.ts';
import { recordEach } from './record-each.ts';
import type { RecordError, RecordedEvent } from './recorded-event.ts';

/** An event of the past, with when it was recorded where it comes from. */
export interface ImportedEvent {
  readonly event: EpcisEvent;
  readonly originallyAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * Records the events of a history import (custody.md 7), each after those before it, by the rules of any other: what is judged by its
 * record time is judged by the original one, and the leaf shows the import. Gives what became of each. Errors: those of `recordEach`.
 */
export function importEvents(
  permit: ImportPermit,
  scope: OrgScope,
  events: readonly ImportedEvent[],
): Promise<readonly Result<RecordedEvent, RecordError>[]> {
  return recordEach(
    scope,
    events.map(({ event, originallyAt, recordedAt }) => ({
      event,
      documentSha256: ownDocumentSha256(event.document),
      recordedAt,
      originalRecordTime: originalRecordTime(permit, originallyAt, recordedAt),
    })),
  );
}
