import type { Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkJson } from './check-json.ts';
import { checkObjectEvent } from './check-object-event.ts';
import { isObject } from './check-structure.ts';
import type { EpcisError } from './epcis-error.ts';
import { Faults, pointer, shown } from './faults.ts';
import type { EpcisEvent, JsonObject } from './object-event.ts';
import { objectEventOf } from './object-event-of.ts';
import { isUri } from './uri.ts';

/** Kinds of EPCIS 2.0 that are recognised, and answered with their own fault instead of a puzzle. */
const OTHER_KINDS = new Set([
  'AggregationEvent',
  'TransactionEvent',
  'TransformationEvent',
  'AssociationEvent',
]);

/**
 * Reads one event (EPCIS 2.0 section 7.4, JSON-LD 2.0). `context` is the `@context` of the document it stands in;
 * an event that stands alone has `undefined` there and must bring its own. Faults carry JSON pointers from the
 * event down; there are at most a hundred of them. Never throws, whatever `json` is.
 */
export function parseEvent(
  json: unknown,
  context: Json | undefined,
): Result<EpcisEvent, readonly EpcisError[]> {
  const faults = new Faults();
  checkJson(json, '', faults);
  if (faults.found.length === 0 && context === undefined) checkOwnContext(json, faults);
  const event = faults.found.length === 0 ? readEvent(json, '', context, faults) : undefined;
  return event && faults.found.length === 0 ? ok(event) : err(faults.found);
}

function checkOwnContext(json: unknown, faults: Faults): void {
  if (!isObject(json)) return;
  if (!Object.hasOwn(json, '@context')) faults.add('epcis/required', '/@context', '@context is missing');
}

/** As {@link parseEvent}, for JSON that has passed `checkJson`; adds to the faults of a document. */
export function readEvent(
  json: unknown,
  path: string,
  context: Json | undefined,
  faults: Faults,
): EpcisEvent | undefined {
  if (!isObject(json)) {
    faults.add('epcis/not-an-object', path, `${shown(json)} is not an event`);
    return undefined;
  }
  if (!isSupportedKind(json, path, faults)) return undefined;
  const before = faults.found.length;
  checkObjectEvent(json, path, faults);
  return faults.found.length === before ? objectEventOf(json as JsonObject, context) : undefined;
}

/** A missing `type` is left to the field check, which has the words for it. */
function isSupportedKind(json: { readonly [key: string]: unknown }, path: string, faults: Faults): boolean {
  const type = json['type'];
  if (typeof type !== 'string' || type === 'ObjectEvent') return true;
  if (!OTHER_KINDS.has(type) && !isUri(type)) return true;
  faults.add(
    'epcis/kind-not-supported',
    pointer(path, 'type'),
    `${shown(type)}: only ObjectEvent is taken so far`,
  );
  return false;
}
