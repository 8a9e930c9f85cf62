import type { OrgScope } from '../custody/org-scope.ts';
import { type AggregationEventInput, buildAggregationEvent } from '../epcis/build-aggregation-event.ts';
import { buildObjectEvent, type ObjectEventInput } from '../epcis/build-object-event.ts';
import type { JsonObject } from '../epcis/epcis-event.ts';
import { parseEvent } from '../epcis/parse-event.ts';
import { glnUri } from '../gs1/digital-link.ts';
import type { Gln } from '../gs1/gln.ts';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import { hmacSha256 } from '../kernel/hmac.ts';
import { type Instant, momentOf } from '../kernel/instant.ts';
import { offsetAt } from '../kernel/offset-at.ts';
import { networkKeyOf } from '../store/network-key.ts';
import { loadPlaces } from '../store/organisations.ts';
import { operationEventId } from './operation-id.ts';
import { ownDocumentSha256 } from './own-document-sha256.ts';
import type { EventToRecord } from './recorded-event.ts';

const ID_BYTES = 16;

/** When and where a use case of ours speaks. */
export interface Occasion {
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly timeZone: string;
}

/** What the event of a use case says, but its id, its time and its zone. */
export type OwnWords = Omit<ObjectEventInput, 'eventTime' | 'eventTimeZoneOffset' | 'eventID'>;

/** The occasion of somebody who speaks at `at` from the place of the scope; from no place in UTC. */
export async function occasionOf(scope: OrgScope, at: Instant): Promise<Occasion> {
  const place = scope.location && (await loadPlaces([scope.location])).get(scope.location);
  return { at, recordedAt: momentOf(Date.now()), timeZone: place?.timeZone ?? 'UTC' };
}

/** The event of one step of a use case. The same `step` gives the same id, so that a repetition is known. */
export const ownEvent = (scope: OrgScope, step: string, words: OwnWords, occasion: Occasion): EventToRecord =>
  recordable(buildObjectEvent({ ...words, ...named(scope, step, occasion) }), occasion);

/** The same of an aggregation. */
export const ownAggregation = (
  scope: OrgScope,
  step: string,
  words: Omit<AggregationEventInput, 'eventTime' | 'eventTimeZoneOffset' | 'eventID'>,
  occasion: Occasion,
): EventToRecord =>
  recordable(buildAggregationEvent({ ...words, ...named(scope, step, occasion) }), occasion);

const named = (scope: OrgScope, step: string, { at, timeZone }: Occasion) => ({
  eventID: operationEventId(stepId(scope, step)),
  eventTime: at,
  eventTimeZoneOffset: offsetAt(at, timeZone),
});

function recordable(document: JsonObject, { recordedAt }: Occasion): EventToRecord {
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(`an event of ours is not valid: ${parsed.error[0]?.code}`);
  return { event: parsed.value, documentSha256: ownDocumentSha256(document), recordedAt };
}

/** 32 hex digits that name a step of the scope's organisation. */
function stepId(scope: OrgScope, step: string): string {
  const message = utf8Of(`step\0${scope.organisation}\0${step}`);
  return hexOf(hmacSha256(networkKeyOf(scope), message).subarray(0, ID_BYTES));
}

/** The scope's place as where something is read. */
export const readHere = (location: Gln | undefined): Pick<ObjectEventInput, 'readPoint'> =>
  location === undefined ? {} : { readPoint: glnUri(location) };

/** The scope's place as where something is afterwards. */
export const staysHere = (location: Gln | undefined): Pick<ObjectEventInput, 'readPoint' | 'bizLocation'> =>
  location === undefined ? {} : { readPoint: glnUri(location), bizLocation: glnUri(location) };
