import type { OrgScope } from '../custody/org-scope.ts';
import type { StoredEvent } from '../epcis/stored-event.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadEventsByEventId } from '../store/load-event.ts';

/** The event that bears `eventId`, where the scope sees it whole; of an event and the declaration of its error, the declaration. */
export async function queryEventById(
  scope: OrgScope,
  eventId: string,
  at: Instant,
): Promise<StoredEvent | undefined> {
  const latest = (await loadEventsByEventId(scope, eventId, at)).at(-1);
  if (!latest) return undefined;
  const { document, context, recordTime } = latest;
  return { document, context, recordTime, eventID: latest.eventId };
}
