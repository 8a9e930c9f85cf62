import { epcs, ilmd, isFilled, noObjects, quantities, SHARED_FIELDS } from './check-event-fields.ts';
import { both, isObject, objectOf } from './check-structure.ts';
import { type Check, oneOf, uri } from './check-value.ts';

const fields = objectOf({
  fields: {
    ...SHARED_FIELDS,
    type: oneOf(['TransformationEvent']),
    inputEPCList: epcs,
    inputQuantityList: quantities,
    outputEPCList: epcs,
    outputQuantityList: quantities,
    transformationID: uri,
    ilmd,
  },
  required: ['type', 'eventTime', 'eventTimeZoneOffset'],
  others: 'prefixed',
});

/** EPCIS 2.0 section 7.4.5: an event tells inputs and outputs; one of several under a transformationID may tell one side. */
const together: Check = (value, path, faults) => {
  if (!isObject(value)) return;
  const hasInput = isFilled(value, 'inputEPCList') || isFilled(value, 'inputQuantityList');
  const hasOutput = isFilled(value, 'outputEPCList') || isFilled(value, 'outputQuantityList');
  const isPart = Object.hasOwn(value, 'transformationID') && (hasInput || hasOutput);
  if (isPart || (hasInput && hasOutput)) return;
  const detail = 'inputs and outputs are needed, or one of them with a transformationID';
  noObjects(path, hasInput ? 'outputEPCList' : 'inputEPCList', detail, faults);
};

/** Every rule of EPCIS 2.0 section 7.4.5 and of GS1's JSON schema on a TransformationEvent. */
export const checkTransformationEvent: Check = both(fields, together);
