import { instantText } from '../kernel/instant.ts';
import type { JsonObject } from './epcis-event.ts';
import type { StoredEvent } from './stored-event.ts';

/**
 * A stored event as it is answered alone: as received, under its `@context`, with the id it is known by and our
 * record time (EPCIS 2.0 section 7.4.1: `recordTime` belongs to the repository, so one that was sent is replaced).
 */
export function writeEvent(stored: StoredEvent): JsonObject {
  return { '@context': stored.context, ...writeEventBody(stored) };
}

/** As {@link writeEvent}, without `@context`: for a document that brings it. */
export function writeEventBody({ document, eventID, recordTime }: StoredEvent): JsonObject {
  const { '@context': _own, ...members } = document;
  return { ...members, eventID, recordTime: instantText(recordTime) };
}
