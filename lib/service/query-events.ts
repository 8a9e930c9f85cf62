import type { OrgScope } from '../custody/org-scope.ts';
import type { EpcMatch, EventQuery } from '../epcis/event-query.ts';
import type { StoredEvent } from '../epcis/stored-event.ts';
import type { Instant } from '../kernel/instant.ts';
import { findEvents } from '../store/find-events.ts';
import { awaitSequenced } from '../store/ledger-entries.ts';
import { ownLatestPending } from '../store/own-pending.ts';

/** Events for an answer, in the order of the log. `next` is where the next page begins; absent on the last. */
export interface FoundEvents {
  readonly events: readonly StoredEvent[];
  readonly next: bigint | undefined;
}

/** Longer than the sequencer needs, shorter than somebody waits. */
const OWN_WITHIN_MS = 2_000;

/**
 * The events that a query finds and the scope sees whole. What its own organisation recorded before it asked is among them: the first
 * page waits for it, two seconds at most.
 */
export async function queryEvents(scope: OrgScope, query: EventQuery, at: Instant): Promise<FoundEvents> {
  if (!query.after) await awaitOwn(scope);
  const { events, next } = await findEvents(scope, {
    ...(query.matchEpc && {
      objects: urisOf(query.matchEpc, 'object'),
      products: urisOf(query.matchEpc, 'class'),
    }),
    ...(query.geEventTime !== undefined && { eventsFrom: query.geEventTime }),
    ...(query.ltEventTime !== undefined && { eventsBefore: query.ltEventTime }),
    ...(query.eqBizStep && { bizSteps: query.eqBizStep }),
    ...(query.after && { after: query.after.order }),
    limit: query.perPage,
    at,
  });
  return { events: events.map(asStored), next };
}

const urisOf = (matches: readonly EpcMatch[], wanted: EpcMatch['kind']): readonly string[] =>
  matches.filter(({ kind }) => kind === wanted).map(({ uri }) => uri);

async function awaitOwn(scope: OrgScope): Promise<void> {
  const pid = await ownLatestPending(scope);
  if (pid !== undefined) await awaitSequenced(pid, OWN_WITHIN_MS);
}

const asStored = ({
  document,
  context,
  eventId,
  recordTime,
}: Awaited<ReturnType<typeof findEvents>>['events'][number]): StoredEvent => ({
  document,
  context,
  eventID: eventId,
  recordTime,
});
