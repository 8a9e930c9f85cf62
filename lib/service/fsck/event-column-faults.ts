import { actionOf } from '../../epcis/action-of.ts';
import { ledgerEventId } from '../../evidence/event-id.ts';
import { equalBytes, hexOf } from '../../kernel/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import type { EventToCheck } from '../../store/fsck/event-pages.ts';
import type { NamedEvent } from '../named-event.ts';
import { type FaultPlace, type FsckFault, faultAt } from './fsck-fault.ts';

/** The columns that repeat what the document of the event says. */
export function eventColumnFaults(
  row: EventToCheck,
  named: NamedEvent,
  place: FaultPlace,
): readonly FsckFault[] {
  const { event, references } = named;
  const checks: readonly (readonly [string, Json, Json])[] = [
    ...digestsOf(row, named),
    // The document's own context is joined to the one that it came under, and adds nothing to what is kept.
    ['document or context', partsOf(row.context), partsOf(event.context)],
    ['action', row.action, actionOf(event)],
    ['biz_step', row.biz_step, event.bizStep ?? null],
    ['disposition', row.disposition, event.disposition ?? null],
    ['event_time', row.event_time.getTime(), event.eventTime],
    ['offset_minutes', row.offset_minutes, event.eventTimeZoneOffset],
    ['read_point', row.read_point, event.readPoint ?? null],
    ['biz_location', row.biz_location, event.bizLocation ?? null],
    ['declaration', row.declaration, event.errorDeclaration !== undefined],
    ['corrects', row.corrects, references.corrects ?? null],
    ['parties', row.parties, named.request.parties],
    ['act', row.act, row.claim.act],
    ['location', row.location, row.claim.location ?? null],
  ];
  const differing = checks.flatMap(([field, kept, want]) =>
    canonicalJson(kept) === canonicalJson(want)
      ? []
      : [faultAt(place, 'event-column', field, `the event says ${JSON.stringify(want)}`)],
  );
  const isSame = row.erased.length > 0 || equalBytes(row.content_digest, named.contentDigest);
  const digest = isSame
    ? []
    : [faultAt(place, 'content-digest', 'content_digest or document', 'the one is not that of the other')];
  const renamed =
    idOf(row, named) === row.id
      ? []
      : [faultAt(place, 'event-id', 'id or event_id', 'is not what reporter, event id and declaration give')];
  return [...differing, ...digest, ...renamed];
}

const partsOf = (context: Json): readonly Json[] => (Array.isArray(context) ? context : [context as Json]);

/** The id that the event has in the log under the name that is kept of it. */
const idOf = ({ reporter, event_id, declaration }: EventToCheck, { key }: NamedEvent): string =>
  hexOf(ledgerEventId(key, reporter, event_id, declaration));

/** Of an event with erased fields no digest of the whole is left, by which they could be guessed. */
function digestsOf(
  { id, event_id, event_hash, erased }: EventToCheck,
  named: NamedEvent,
): readonly (readonly [string, Json, Json])[] {
  const eventId = named.event.eventID ?? (erased.length > 0 ? event_id : named.eventHash);
  const hash = erased.length > 0 ? `erased:${id}` : named.eventHash;
  return [
    ['event_hash', erased.length > 0 ? event_hash.replaceAll('-', '') : event_hash, hash],
    ['event_id', event_id, eventId],
  ];
}
