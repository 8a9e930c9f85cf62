import { assertNever } from '../kernel/assert-never.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Action, EpcisEvent, EventKind, JsonObject } from './epcis-event.ts';
import { eventBaseOf } from './event-base-of.ts';
import { objectIn, quantitiesIn, textIn, textsIn } from './event-members.ts';

/** The typed view of an event of this kind that has passed every check. Throws on one that has not. */
export function eventOf(type: EventKind, document: JsonObject, context: Json | undefined): EpcisEvent {
  const base = eventBaseOf(document, context);
  const action = textIn(document, 'action') as Action;
  switch (type) {
    case 'ObjectEvent':
      return { type, ...base, action, ...listedIn(document), ilmd: objectIn(document, 'ilmd') };
    case 'AggregationEvent':
      return { type, ...base, action, parentID: textIn(document, 'parentID'), ...childrenIn(document) };
    case 'AssociationEvent':
      return { type, ...base, action, parentID: textIn(document, 'parentID') ?? '', ...childrenIn(document) };
    case 'TransactionEvent':
      return { type, ...base, action, parentID: textIn(document, 'parentID'), ...listedIn(document) };
    case 'TransformationEvent':
      return {
        type,
        ...base,
        inputEPCList: textsIn(document, 'inputEPCList'),
        inputQuantityList: quantitiesIn(document, 'inputQuantityList'),
        outputEPCList: textsIn(document, 'outputEPCList'),
        outputQuantityList: quantitiesIn(document, 'outputQuantityList'),
        transformationID: textIn(document, 'transformationID'),
        ilmd: objectIn(document, 'ilmd'),
      };
    default:
      return assertNever(type);
  }
}

const listedIn = (document: JsonObject) => ({
  epcList: textsIn(document, 'epcList'),
  quantityList: quantitiesIn(document, 'quantityList'),
});

const childrenIn = (document: JsonObject) => ({
  childEPCs: textsIn(document, 'childEPCs'),
  childQuantityList: quantitiesIn(document, 'childQuantityList'),
});
