import type { Json } from '../kernel/canonical-json.ts';
import { parseOffset } from '../kernel/instant.ts';
import { cbvShortName } from './cbv-word.ts';
import type { CbvKind } from './cbv-words.ts';
import { parseDateTime } from './date-time.ts';
import { joinContexts } from './join-contexts.ts';
import { type Namespaces, namespacesOf } from './namespaces.ts';
import type {
  Action,
  ErrorDeclaration,
  JsonObject,
  ObjectEvent,
  QuantityElement,
  TypedReference,
} from './object-event.ts';

/** The typed view of an ObjectEvent that has passed every check. Throws on one that has not. */
export function objectEventOf(document: JsonObject, documentContext: Json | undefined): ObjectEvent {
  const context = joinContexts(documentContext, document['@context']);
  const namespaces = namespacesOf(context);
  const word = (kind: CbvKind, name: string) => wordIn(document, kind, name, namespaces);
  const references = (list: string, item: string, kind: CbvKind): readonly TypedReference[] =>
    objectsIn(document, list).map((entry) => ({
      type: wordIn(entry, kind, 'type', namespaces),
      id: textIn(entry, item) ?? '',
    }));
  return {
    type: 'ObjectEvent',
    eventID: textIn(document, 'eventID'),
    eventTime: proven(parseDateTime(textIn(document, 'eventTime') ?? '')),
    eventTimeZoneOffset: proven(parseOffset(textIn(document, 'eventTimeZoneOffset') ?? '')),
    action: textIn(document, 'action') as Action,
    epcList: textsIn(document, 'epcList'),
    quantityList: objectsIn(document, 'quantityList').map(quantityOf),
    bizStep: word('bizStep', 'bizStep'),
    disposition: word('disposition', 'disposition'),
    readPoint: idIn(document, 'readPoint'),
    bizLocation: idIn(document, 'bizLocation'),
    bizTransactionList: references('bizTransactionList', 'bizTransaction', 'bizTransactionType'),
    sourceList: references('sourceList', 'source', 'sourceOrDestinationType'),
    destinationList: references('destinationList', 'destination', 'sourceOrDestinationType'),
    errorDeclaration: errorDeclarationIn(document, namespaces),
    ilmd: objectIn(document, 'ilmd'),
    namespaces,
    document,
    context,
  };
}

function quantityOf(element: JsonObject): QuantityElement {
  const quantity = element['quantity'];
  return {
    epcClass: textIn(element, 'epcClass') ?? '',
    quantity: typeof quantity === 'number' ? quantity : undefined,
    uom: textIn(element, 'uom'),
  };
}

function errorDeclarationIn(document: JsonObject, namespaces: Namespaces): ErrorDeclaration | undefined {
  const declaration = objectIn(document, 'errorDeclaration');
  return (
    declaration && {
      declarationTime: proven(parseDateTime(textIn(declaration, 'declarationTime') ?? '')),
      reason: wordIn(declaration, 'errorReason', 'reason', namespaces),
      correctiveEventIDs: textsIn(declaration, 'correctiveEventIDs'),
    }
  );
}

function wordIn(from: JsonObject, kind: CbvKind, name: string, namespaces: Namespaces): string | undefined {
  const text = textIn(from, name);
  return text === undefined ? undefined : cbvShortName(kind, text, namespaces);
}

/** Members are read as own ones only: a name such as `constructor` must not reach the prototype. */
const memberOf = (from: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined;

function textIn(from: JsonObject, name: string): string | undefined {
  const value = memberOf(from, name);
  return typeof value === 'string' ? value : undefined;
}

function objectIn(from: JsonObject, name: string): JsonObject | undefined {
  return memberOf(from, name) as JsonObject | undefined;
}

const idIn = (from: JsonObject, name: string): string | undefined => {
  const place = objectIn(from, name);
  return place && textIn(place, 'id');
};

const textsIn = (from: JsonObject, name: string): readonly string[] =>
  (memberOf(from, name) as readonly string[] | undefined) ?? [];

const objectsIn = (from: JsonObject, name: string): readonly JsonObject[] =>
  (memberOf(from, name) as readonly JsonObject[] | undefined) ?? [];

function proven<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('an event must pass its checks before it is read');
  return result.value;
}
