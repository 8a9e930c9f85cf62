import type { Action, EpcisEvent } from './epcis-event.ts';

/** The action of an event. A TransformationEvent has none: it brings its outputs into being, as ADD does (EPCIS 2.0 section 7.4.5). */
export const actionOf = (event: EpcisEvent): Action =>
  event.type === 'TransformationEvent' ? 'ADD' : event.action;
