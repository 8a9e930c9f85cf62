import { checkContext } from './check-context.ts';
import { isObject, listOf, objectOf } from './check-structure.ts';
import { anyText, type Check, dateTime, oneOf, uri, version } from './check-value.ts';
import { shown } from './faults.ts';

const attributeValue: Check = (value, path, faults) => {
  if (typeof value === 'number' || typeof value === 'string' || isObject(value)) return;
  faults.add('epcis/value', path, `${shown(value)} is not a number, a text or an object`);
};

const attribute = objectOf({
  fields: { id: uri, attribute: attributeValue },
  required: ['id'],
  others: 'any',
});

const vocabularyElement = objectOf({
  fields: { id: uri, attributes: listOf(attribute), children: listOf(uri) },
  required: ['id'],
  others: 'any',
});

const vocabularyList = listOf(
  objectOf({
    fields: { type: uri, vocabularyElementList: listOf(vocabularyElement) },
    required: ['type'],
    others: 'any',
  }),
);

const header = objectOf({
  fields: { epcisMasterData: objectOf({ fields: { vocabularyList }, others: 'any' }) },
  others: 'prefixed',
});

/** The events of a document are looked at one by one; here only that there is a list. */
const eventList: Check = listOf(() => undefined);

/** EPCIS 2.0 section 10: everything in an EPCISDocument but its events. */
export const checkEpcisDocument: Check = objectOf({
  fields: {
    '@context': checkContext,
    id: uri,
    type: oneOf(['EPCISDocument']),
    schemaVersion: version,
    creationDate: dateTime,
    instanceIdentifier: anyText,
    sender: anyText,
    receiver: anyText,
    epcisHeader: header,
    epcisBody: objectOf({ fields: { eventList }, required: ['eventList'], others: 'any' }),
  },
  required: ['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'],
  others: 'prefixed',
});

const queryResults = objectOf({
  fields: {
    queryName: anyText,
    subscriptionID: anyText,
    resultsBody: objectOf({
      fields: { eventList, vocabularyList },
      required: ['eventList'],
      others: 'prefixed',
    }),
  },
  required: ['queryName', 'resultsBody'],
  others: 'prefixed',
});

/** EPCIS 2.0 section 10: everything in an EPCISQueryDocument but its events. */
export const checkQueryDocument: Check = objectOf({
  fields: {
    '@context': checkContext,
    id: uri,
    type: oneOf(['EPCISQueryDocument']),
    schemaVersion: version,
    creationDate: dateTime,
    epcisBody: objectOf({ fields: { queryResults }, required: ['queryResults'], others: 'prefixed' }),
  },
  required: ['@context', 'type', 'epcisBody'],
  others: 'prefixed',
});
