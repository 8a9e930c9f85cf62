import { action, epcs, isFilled, noObjects, quantities, SHARED_FIELDS } from './check-event-fields.ts';
import { both, isObject, objectOf } from './check-structure.ts';
import { type Check, oneOf, uri } from './check-value.ts';
import { pointer } from './faults.ts';

const fields = objectOf({
  fields: {
    ...SHARED_FIELDS,
    type: oneOf(['TransactionEvent']),
    parentID: uri,
    epcList: epcs,
    quantityList: quantities,
    action,
  },
  required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action', 'bizTransactionList'],
  others: 'prefixed',
});

/** EPCIS 2.0 section 7.4.4: objects become part of at least one transaction; a DELETE may mean all of them. */
const together: Check = (value, path, faults) => {
  if (!isObject(value)) return;
  const list = value['bizTransactionList'];
  if (Array.isArray(list) && list.length === 0) {
    faults.add('epcis/empty-list', pointer(path, 'bizTransactionList'), 'the list is empty');
  }
  const isAboutSomething =
    Object.hasOwn(value, 'epcList') || isFilled(value, 'quantityList') || value['action'] === 'DELETE';
  if (!isAboutSomething) {
    noObjects(path, 'epcList', 'an epcList or a quantityList is needed with ADD and OBSERVE', faults);
  }
};

/** Every rule of EPCIS 2.0 section 7.4.4 and of GS1's JSON schema on a TransactionEvent. */
export const checkTransactionEvent: Check = both(fields, together);
