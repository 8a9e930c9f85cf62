import type { EventKind } from '../epcis/epcis-event.ts';

/** The kinds of event that the rules of custody know; what they do not know is refused by name rather than kept without effect. */
export const RECORDED_KINDS: ReadonlySet<EventKind> = new Set<EventKind>(['ObjectEvent', 'AggregationEvent']);
