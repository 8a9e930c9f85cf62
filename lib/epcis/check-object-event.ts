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

/** EPCIS 2.0 section 7.4.1: the fields that events of every kind have. */
const COMMON_FIELDS: Readonly<Record<string, Check>> = {
  '@context': checkContext,
  eventTime: dateTime,
  recordTime: dateTime,
  eventTimeZoneOffset: offset,
  eventID: uri,
  certificationInfo,
  errorDeclaration,
};

const fields = objectOf({
  fields: {
    ...COMMON_FIELDS,
    type: oneOf(['ObjectEvent']),
    epcList: listOf(uri, { unique: true }),
    quantityList: listOf(quantityElement),
    action: oneOf(['ADD', 'OBSERVE', 'DELETE']),
    bizStep: word('bizStep', 'business step'),
    disposition,
    persistentDisposition: both(
      objectOf({ fields: { set: dispositions, unset: dispositions }, others: 'none' }),
      setOrUnset,
    ),
    readPoint: place,
    bizLocation: place,
    bizTransactionList: listOf(bizTransaction),
    sourceList: listOf(
      objectOf({
        fields: { type: sourceOrDestinationType, source: uri },
        required: ['type', 'source'],
        others: 'none',
      }),
    ),
    destinationList: listOf(
      objectOf({
        fields: { type: sourceOrDestinationType, destination: uri },
        required: ['type', 'destination'],
        others: 'none',
      }),
    ),
    sensorElementList: listOf(checkSensorElement),
    ilmd: objectOf({ fields: {}, others: 'prefixed' }),
  },
  required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action'],
  others: 'prefixed',
});

/** EPCIS 2.0 section 7.4.2: an event is about something, and only a beginning carries instance data. */
function checkTogether(value: unknown, path: string, faults: Faults): void {
  if (!isObject(value)) return;
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const filled = (name: string): boolean => {
    const list = value[name];
    return Array.isArray(list) && list.length > 0;
  };
  const isAboutSomething =
    has('epcList') || filled('quantityList') || (filled('sensorElementList') && has('readPoint'));
  if (!isAboutSomething) {
    const detail = 'an event needs an epcList, a quantityList, or a sensorElementList with a readPoint';
    faults.add('epcis/no-objects', pointer(path, 'epcList'), detail);
  }
  if (has('ilmd') && has('action') && value['action'] !== 'ADD') {
    faults.add('epcis/ilmd-without-add', pointer(path, 'ilmd'), 'ilmd is allowed with action ADD only');
  }
}

/** Every rule of EPCIS 2.0 section 7.4.2 and of GS1's JSON schema on an ObjectEvent. */
export const checkObjectEvent: Check = both(fields, checkTogether);
