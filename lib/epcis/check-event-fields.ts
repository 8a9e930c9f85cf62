import { isCbvWordOrUri } from './cbv-word.ts';
import type { CbvKind } from './cbv-words.ts';
import { checkContext } from './check-context.ts';
import { checkSensorElement } from './check-sensor-element.ts';
import { both, isObject, listOf, objectOf } from './check-structure.ts';
import { type Check, dateTime, decimal, offset, oneOf, unit, uri, wordOrUri } from './check-value.ts';
import { type Faults, pointer } from './faults.ts';

const word = (kind: CbvKind, what: string): Check =>
  wordOrUri((text) => isCbvWordOrUri(kind, text), `a ${what}`);

const disposition = word('disposition', 'disposition');
const sourceOrDestinationType = word('sourceOrDestinationType', 'source or destination type');
const dispositions = listOf(disposition, { atLeastOne: true, unique: true });

const quantityElement = objectOf({
  fields: { epcClass: uri, quantity: decimal, uom: unit },
  required: ['epcClass'],
  others: 'none',
});

const bizTransaction = objectOf({
  fields: { type: word('bizTransactionType', 'business transaction type'), bizTransaction: uri },
  required: ['bizTransaction'],
  others: 'none',
});

const place = objectOf({ fields: { id: uri }, required: ['id'], others: 'any' });

const errorDeclaration = objectOf({
  fields: {
    declarationTime: dateTime,
    reason: word('errorReason', 'reason'),
    correctiveEventIDs: listOf(uri),
  },
  required: ['declarationTime'],
  others: 'prefixed',
});

const certificationInfo: Check = (value, path, faults) =>
  Array.isArray(value) ? listOf(uri)(value, path, faults) : uri(value, path, faults);

const setOrUnset: Check = (value, path, faults) => {
  if (!isObject(value) || Object.hasOwn(value, 'set') || Object.hasOwn(value, 'unset')) return;
  faults.add('epcis/required', pointer(path, 'set'), 'set or unset is missing');
};

const sourceOrDestination = (item: 'source' | 'destination'): Check =>
  listOf(
    objectOf({
      fields: { type: sourceOrDestinationType, [item]: uri },
      required: ['type', item],
      others: 'none',
    }),
  );

/** A list of objects, each named once. */
export const epcs = listOf(uri, { unique: true });

/** A list of classes with their quantities. */
export const quantities = listOf(quantityElement);

/** What an event says of its objects' existence or bond. */
export const action = oneOf(['ADD', 'OBSERVE', 'DELETE']);

/** Instance data: nothing but extensions. */
export const ilmd = objectOf({ fields: {}, others: 'prefixed' });

/** The fields that events of every kind have (EPCIS 2.0 section 7.4.1 and, for what they share besides, 7.4.2 to 7.4.6). */
export const SHARED_FIELDS: Readonly<Record<string, Check>> = {
  '@context': checkContext,
  eventTime: dateTime,
  recordTime: dateTime,
  eventTimeZoneOffset: offset,
  eventID: uri,
  certificationInfo,
  errorDeclaration,
  bizStep: word('bizStep', 'business step'),
  disposition,
  persistentDisposition: both(
    objectOf({ fields: { set: dispositions, unset: dispositions }, others: 'none' }),
    setOrUnset,
  ),
  readPoint: place,
  bizLocation: place,
  bizTransactionList: listOf(bizTransaction),
  sourceList: sourceOrDestination('source'),
  destinationList: sourceOrDestination('destination'),
  sensorElementList: listOf(checkSensorElement),
};

/** Is the member a list with something in it? */
export function isFilled(event: { readonly [key: string]: unknown }, name: string): boolean {
  const list = Object.hasOwn(event, name) ? event[name] : undefined;
  return Array.isArray(list) && list.length > 0;
}

/** Says that an event names nothing it is about; `at` is the field it would be named in. */
export function noObjects(path: string, at: string, detail: string, faults: Faults): void {
  faults.add('epcis/no-objects', pointer(path, at), detail);
}
