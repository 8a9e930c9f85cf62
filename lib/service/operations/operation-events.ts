import { undoTarget } from '../../custody/counter/undo-target.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import type { JsonObject } from '../../epcis/epcis-event.ts';
import { parseEvent } from '../../epcis/parse-event.ts';
import { sgtinUri } from '../../gs1/digital-link.ts';
import { momentOf } from '../../kernel/instant.ts';
import { loadCounterFacts } from '../../store/load-counter-facts.ts';
import { loadOwnEvent } from '../../store/load-event.ts';
import { loadPlaces } from '../../store/organisations.ts';
import { changeEvent, liftEvent, undoEvents } from '../change-event.ts';
import { operationEventId, operationIdOf } from '../operation-id.ts';
import { ownDocumentSha256 } from '../own-document-sha256.ts';
import type { PackRequest } from '../pack-request.ts';
import type { EventToRecord } from '../recorded-event.ts';
import type { OperationLine } from './operation-line.ts';
import type { NumberedLine } from './operation-units.ts';

/** The event that says of the packs of all lines what the first says, at its original time. */
export function changeToRecord(
  scope: OrgScope,
  request: PackRequest,
  lines: readonly [NumberedLine, ...NumberedLine[]],
  timeZone: string,
): EventToRecord {
  const [{ said }] = lines;
  const { state } = said;
  if (state === undefined || state === 'active')
    throw new Error('a verification and an undo are no such event');
  const operation = operationIdOf(scope, request, state);
  const occasion = { eventID: operationEventId(operation), timeZone, note: said.note };
  const document = {
    // As claimed: what lies ahead of our clock is for the rules to judge.
    ...changeEvent(scope, { ...request, at: said.at }, state, occasion),
    epcList: lines.map((line) => sgtinUri(line.said.gtin, line.said.serial)),
  };
  const { entryMode, device, lot, expiry } = said;
  const attempt =
    lines.length > 1 ? undefined : { id: operation, name: state, entryMode, device, lot, expiry };
  return { ...toRecord(document), attempt };
}

/** The events that take back what the line's organisation, or whoever it may lift for, did last; `undefined` where there is nothing. */
export async function undoToRecord(
  scope: OrgScope,
  request: PackRequest,
  said: OperationLine,
): Promise<readonly EventToRecord[] | undefined> {
  const { facts } = await loadCounterFacts(scope, request);
  const target = undoTarget(facts);
  if (!target) return undefined;
  const eventID = operationEventId(operationIdOf(scope, request, 'active'));
  const occasion = { eventID, timeZone: await timeZoneOf(scope), note: said.note };
  if (target.means === 'lift') return [toRecord(liftEvent(scope, request, target, occasion))];
  const original = await loadOwnEvent(scope, target.deed.event);
  return original && undoEvents(original, request, occasion).map(toRecord);
}

/** The time zone of the scope's place; UTC where it has none. */
export async function timeZoneOf({ location }: OrgScope): Promise<string> {
  const place = location && (await loadPlaces([location])).get(location);
  return place?.timeZone ?? 'UTC';
}

function toRecord(document: JsonObject): EventToRecord {
  const parsed = parseEvent(document, undefined);
  if (!parsed.ok) throw new Error(`an event of ours is not valid: ${parsed.error[0]?.code}`);
  const recordedAt = momentOf(Date.now());
  return { event: parsed.value, documentSha256: ownDocumentSha256(document), recordedAt };
}
