import { checkObjectEvent } from './check-object-event.ts';
import { checkAggregationEvent, checkAssociationEvent } from './check-parent-event.ts';
import { checkTransactionEvent } from './check-transaction-event.ts';
import { checkTransformationEvent } from './check-transformation-event.ts';
import type { Check } from './check-value.ts';
import type { EventKind } from './epcis-event.ts';

/** What is demanded of an event, by its kind. */
export const EVENT_CHECKS: Readonly<Record<EventKind, Check>> = {
  ObjectEvent: checkObjectEvent,
  AggregationEvent: checkAggregationEvent,
  TransactionEvent: checkTransactionEvent,
  TransformationEvent: checkTransformationEvent,
  AssociationEvent: checkAssociationEvent,
};

/** All of them. */
export const EVENT_KINDS: ReadonlySet<EventKind> = new Set(Object.keys(EVENT_CHECKS) as EventKind[]);

/** Is it the name of a kind that EPCIS 2.0 defines? */
export const isEventKind = (type: unknown): type is EventKind =>
  typeof type === 'string' && Object.hasOwn(EVENT_CHECKS, type);
