import type { Json } from '../kernel/canonical-json.ts';
import { parseOffset } from '../kernel/instant.ts';
import type { CbvKind } from './cbv-words.ts';
import { parseDateTime } from './date-time.ts';
import type { ErrorDeclaration, EventBase, JsonObject, TypedReference } from './epcis-event.ts';
import { objectIn, objectsIn, textIn, textsIn, wordIn } from './event-members.ts';
import { joinContexts } from './join-contexts.ts';
import { type Namespaces, namespacesOf } from './namespaces.ts';

/** The fields that events of every kind have, of an event that has passed every check. Throws on one that has not. */
export function eventBaseOf(document: JsonObject, documentContext: Json | undefined): EventBase {
  const context = joinContexts(documentContext, document['@context']);
  const namespaces = namespacesOf(context);
  const references = (list: string, item: string, kind: CbvKind): readonly TypedReference[] =>
    objectsIn(document, list).map((entry) => ({
      type: wordIn(entry, kind, 'type', namespaces),
      id: textIn(entry, item) ?? '',
    }));
  return {
    eventID: textIn(document, 'eventID'),
    eventTime: proven(parseDateTime(textIn(document, 'eventTime') ?? '')),
    eventTimeZoneOffset: proven(parseOffset(textIn(document, 'eventTimeZoneOffset') ?? '')),
    bizStep: wordIn(document, 'bizStep', 'bizStep', namespaces),
    disposition: wordIn(document, 'disposition', 'disposition', namespaces),
    readPoint: idIn(document, 'readPoint'),
    bizLocation: idIn(document, 'bizLocation'),
    bizTransactionList: references('bizTransactionList', 'bizTransaction', 'bizTransactionType'),
    sourceList: references('sourceList', 'source', 'sourceOrDestinationType'),
    destinationList: references('destinationList', 'destination', 'sourceOrDestinationType'),
    errorDeclaration: errorDeclarationIn(document, namespaces),
    namespaces,
    document,
    context,
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

const idIn = (from: JsonObject, name: string): string | undefined => {
  const place = objectIn(from, name);
  return place && textIn(place, 'id');
};

function proven<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('an event must pass its checks before it is read');
  return result.value;
}
