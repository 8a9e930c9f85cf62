import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkEpcisDocument, checkQueryDocument } from './check-document.ts';
import { checkJson } from './check-json.ts';
import { isObject } from './check-structure.ts';
import { parseDateTime } from './date-time.ts';
import type { EpcisError } from './epcis-error.ts';
import type { EpcisEvent, EventKind, JsonObject } from './epcis-event.ts';
import { EVENT_KINDS } from './event-checks.ts';
import { Faults, pointer, shown } from './faults.ts';
import { parseEvent, readEvent } from './parse-event.ts';

/** What a capture request brought, whichever of the three forms it has. */
export interface CaptureDocument {
  readonly type: 'EPCISDocument' | 'EPCISQueryDocument' | EventKind;
  readonly context: Json;
  /** When the document was made, where it says so. */
  readonly creationDate: Instant | undefined;
  /** `epcisHeader` as received, master data included. */
  readonly header: JsonObject | undefined;
  /** In document order. */
  readonly events: readonly EpcisEvent[];
}

/** Where each kind of document keeps its events. */
const EVENT_LIST = {
  EPCISDocument: ['epcisBody', 'eventList'],
  EPCISQueryDocument: ['epcisBody', 'queryResults', 'resultsBody', 'eventList'],
} as const;

/**
 * Reads a JSON-LD 2.0 document of events (EPCIS 2.0 section 10): an EPCISDocument, an EPCISQueryDocument, or
 * a single event with an `@context`. All or nothing: every fault is listed, up to a hundred, each with its code
 * and the JSON pointer of what is wrong or missing. `kinds` are those that are taken; another is a fault. Never throws,
 * whatever `json` is.
 */
export function parseCaptureDocument(
  json: unknown,
  kinds: ReadonlySet<EventKind> = EVENT_KINDS,
): Result<CaptureDocument, readonly EpcisError[]> {
  const faults = new Faults();
  checkJson(json, '', faults);
  if (!isObject(json)) faults.add('epcis/not-an-object', '', `${shown(json)} is not a document`);
  if (faults.found.length > 0 || !isObject(json)) return err(faults.found);

  const type = Object.hasOwn(json, 'type') ? json['type'] : undefined;
  if (type === 'EPCISDocument' || type === 'EPCISQueryDocument') return parseList(json, type, faults, kinds);
  if (typeof type === 'string' && type.endsWith('Event')) return parseSingle(json, kinds);
  if (type === undefined) faults.add('epcis/required', '/type', 'type is missing');
  else faults.add('epcis/document-type', '/type', `${shown(type)} is no EPCIS document`);
  return err(faults.found);
}

function parseList(
  json: { readonly [key: string]: unknown },
  type: keyof typeof EVENT_LIST,
  faults: Faults,
  kinds: ReadonlySet<EventKind>,
): Result<CaptureDocument, readonly EpcisError[]> {
  (type === 'EPCISDocument' ? checkEpcisDocument : checkQueryDocument)(json, '', faults);
  const document = json as JsonObject;
  const context = document['@context'];
  const path = EVENT_LIST[type].join('/');
  const events: EpcisEvent[] = [];
  for (const [i, item] of eventsIn(document, EVENT_LIST[type]).entries()) {
    if (faults.full) break;
    const event = readEvent(item, pointer(`/${path}`, i), context, faults, kinds);
    if (event) events.push(event);
  }
  if (faults.found.length > 0 || context === undefined) return err(faults.found);
  return ok({
    type,
    context,
    creationDate: creationDateOf(document),
    header: document['epcisHeader'] as JsonObject | undefined,
    events,
  });
}

/** The event list, or nothing where a fault has been noted on the way to it. */
function eventsIn(document: JsonObject, path: readonly string[]): readonly Json[] {
  let at: Json | undefined = document;
  for (const name of path) {
    if (!isObject(at) || !Object.hasOwn(at, name)) return [];
    at = (at as JsonObject)[name];
  }
  return Array.isArray(at) ? at : [];
}

function creationDateOf(document: JsonObject): Instant | undefined {
  const text = document['creationDate'];
  const parsed = typeof text === 'string' ? parseDateTime(text) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}

function parseSingle(
  json: { readonly [key: string]: unknown },
  kinds: ReadonlySet<EventKind>,
): Result<CaptureDocument, readonly EpcisError[]> {
  const event = parseEvent(json, undefined, kinds);
  if (!event.ok) return event;
  const { context, type } = event.value;
  return ok({ type, context, creationDate: undefined, header: undefined, events: [event.value] });
}
