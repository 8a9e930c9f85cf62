import { assertNever } from '../kernel/assert-never.ts';
import type { EpcisEvent, QuantityElement } from './epcis-event.ts';

/** The objects and classes an event names, in whatever field. */
export interface ObjectsNamed {
  readonly epcs: readonly string[];
  readonly classes: readonly QuantityElement[];
}

/**
 * Every object an event names, of each kind (EPCIS 2.0 section 8.2.7.1, MATCH_anyEPC and MATCH_anyEPCClass): parents
 * before children, inputs before outputs.
 */
export function objectsNamed(event: EpcisEvent): ObjectsNamed {
  switch (event.type) {
    case 'ObjectEvent':
      return { epcs: event.epcList, classes: event.quantityList };
    case 'TransactionEvent':
      return { epcs: withParent(event.parentID, event.epcList), classes: event.quantityList };
    case 'AggregationEvent':
    case 'AssociationEvent':
      return { epcs: withParent(event.parentID, event.childEPCs), classes: event.childQuantityList };
    case 'TransformationEvent':
      return {
        epcs: [...event.inputEPCList, ...event.outputEPCList],
        classes: [...event.inputQuantityList, ...event.outputQuantityList],
      };
    default:
      return assertNever(event);
  }
}

const withParent = (parent: string | undefined, others: readonly string[]): readonly string[] =>
  parent === undefined ? others : [parent, ...others];
