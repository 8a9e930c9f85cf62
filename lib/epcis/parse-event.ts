import type { Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkJson } from './check-json.ts';
import { isObject } from './check-structure.ts';
import type { EpcisError } from './epcis-error.ts';
import type { EpcisEvent, EventKind, JsonObject } from './epcis-event.ts';
import { EVENT_CHECKS, EVENT_KINDS, isEventKind } from './event-checks.ts';
import { eventOf } from './event-of.ts';
import { Faults, pointer, shown } from './faults.ts';
import { isUri } from './uri.ts';

/**
 * Reads one event (EPCIS 2.0 section 7.4, JSON-LD 2.0). `context` is the `@context` of the document it stands in;
 * an event that stands alone has `undefined` there and must bring its own. Faults carry JSON pointers from the
 * event down; there are at most a hundred of them. `kinds` are those that are taken; another is a
 * fault. Never throws, whatever `json` is.
 */
export function parseEvent(
  json: unknown,
  context: Json | undefined,
  kinds: ReadonlySet<EventKind> = EVENT_KINDS,
): Result<EpcisEvent, readonly EpcisError[]> {
  const faults = new Faults();
  checkJson(json, '', faults);
  if (faults.found.length === 0 && context === undefined) checkOwnContext(json, faults);
  const event = faults.found.length === 0 ? readEvent(json, '', context, faults, kinds) : undefined;
  return event && faults.found.length === 0 ? ok(event) : err(faults.found);
}

function checkOwnContext(json: unknown, faults: Faults): void {
  if (!isObject(json)) return;
  if (!Object.hasOwn(json, '@context')) faults.add('epcis/required', '/@context', '@context is missing');
}

/** As {@link parseEvent}, for JSON that has passed `checkJson`; adds to the faults of a document. `kinds` are those that are taken. */
export function readEvent(
  json: unknown,
  path: string,
  context: Json | undefined,
  faults: Faults,
  kinds: ReadonlySet<EventKind> = EVENT_KINDS,
): EpcisEvent | undefined {
  if (!isObject(json)) {
    faults.add('epcis/not-an-object', path, `${shown(json)} is not an event`);
    return undefined;
  }
  const kind = kindOf(json, path, faults);
  if (kind === undefined) return undefined;
  if (!kinds.has(kind)) {
    faults.add('epcis/kind-not-supported', pointer(path, 'type'), `${shown(kind)} is not taken here`);
    return undefined;
  }
  const before = faults.found.length;
  EVENT_CHECKS[kind](json, path, faults);
  return faults.found.length === before ? eventOf(kind, json as JsonObject, context) : undefined;
}

/** The standard lets others define kinds under a URI of theirs; what they mean is not known here. */
function kindOf(
  json: { readonly [key: string]: unknown },
  path: string,
  faults: Faults,
): EventKind | undefined {
  const type = Object.hasOwn(json, 'type') ? json['type'] : undefined;
  if (isEventKind(type)) return type;
  const at = pointer(path, 'type');
  if (type === undefined) faults.add('epcis/required', at, 'type is missing');
  else if (typeof type !== 'string') faults.add('epcis/not-text', at, `${shown(type)} is not a text`);
  else if (isUri(type)) faults.add('epcis/kind-not-supported', at, `${shown(type)} is no kind of EPCIS 2.0`);
  else faults.add('epcis/value', at, `${shown(type)} is no kind of event`);
  return undefined;
}
