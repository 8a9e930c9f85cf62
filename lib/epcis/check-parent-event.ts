import { action, epcs, isFilled, noObjects, quantities, SHARED_FIELDS } from './check-event-fields.ts';
import { both, isObject, objectOf } from './check-structure.ts';
import { type Check, oneOf, uri } from './check-value.ts';
import { pointer } from './faults.ts';

const fieldsOf = (type: string, required: readonly string[]): Check =>
  objectOf({
    fields: {
      ...SHARED_FIELDS,
      type: oneOf([type]),
      parentID: uri,
      childEPCs: epcs,
      childQuantityList: quantities,
      action,
    },
    required: ['type', 'eventTime', 'eventTimeZoneOffset', 'action', ...required],
    others: 'prefixed',
  });

/** Only a DELETE may leave its children out: it then means all of them. */
const children: Check = (value, path, faults) => {
  if (!isObject(value) || value['action'] === 'DELETE') return;
  if (isFilled(value, 'childEPCs') || isFilled(value, 'childQuantityList')) return;
  noObjects(path, 'childEPCs', 'childEPCs or a childQuantityList is needed with ADD and OBSERVE', faults);
};

/** Nothing can be put into, or taken out of, what is not named; seen together it may be (section 7.4.3). */
const parentUnlessSeen: Check = (value, path, faults) => {
  if (!isObject(value) || Object.hasOwn(value, 'parentID') || value['action'] === 'OBSERVE') return;
  faults.add('epcis/required', pointer(path, 'parentID'), 'parentID is missing, which only OBSERVE may do');
};

/** Every rule of EPCIS 2.0 section 7.4.3 and of GS1's JSON schema on an AggregationEvent. */
export const checkAggregationEvent: Check = both(
  fieldsOf('AggregationEvent', []),
  both(children, parentUnlessSeen),
);

/** Every rule of EPCIS 2.0 section 7.4.6 and of GS1's JSON schema on an AssociationEvent. */
export const checkAssociationEvent: Check = both(fieldsOf('AssociationEvent', ['parentID']), children);
