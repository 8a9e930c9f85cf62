import { action, epcs, ilmd, isFilled, noObjects, quantities, SHARED_FIELDS } from './check-event-fields.ts';
import { both, isObject, objectOf } from './check-structure.ts';
import { type Check, oneOf } from './check-value.ts';
import { pointer } from './faults.ts';

const fields = objectOf({
  fields: {
    ...SHARED_FIELDS,
    type: oneOf(['ObjectEvent']),
    epcList: epcs,
    quantityList: quantities,
    action,
    ilmd,
  },
  required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action'],
  others: 'prefixed',
});

/** EPCIS 2.0 section 7.4.2: an event is about something, and only a beginning carries instance data. */
const together: Check = (value, path, faults) => {
  if (!isObject(value)) return;
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const isSensed = isFilled(value, 'sensorElementList') && has('readPoint');
  if (!has('epcList') && !isFilled(value, 'quantityList') && !isSensed) {
    const detail = 'an event needs an epcList, a quantityList, or a sensorElementList with a readPoint';
    noObjects(path, 'epcList', detail, faults);
  }
  if (has('ilmd') && has('action') && value['action'] !== 'ADD') {
    faults.add('epcis/ilmd-without-add', pointer(path, 'ilmd'), 'ilmd is allowed with action ADD only');
  }
};

/** Every rule of EPCIS 2.0 section 7.4.2 and of GS1's JSON schema on an ObjectEvent. */
export const checkObjectEvent: Check = both(fields, together);
