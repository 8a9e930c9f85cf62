import { buildObjectEvent, type ObjectEventInput } from './build-object-event.ts';
import type { JsonObject } from './epcis-event.ts';

/** What a screen or an interface of ours knows of an aggregation; see {@link ObjectEventInput}. */
export interface AggregationEventInput
  extends Omit<ObjectEventInput, 'epcList' | 'quantityList' | 'lotNumber' | 'itemExpirationDate'> {
  /** The container. */
  readonly parentID: string;
  /** What goes into it, out of it, or was seen in it; none with DELETE: everything that is in it. */
  readonly childEPCs: readonly string[];
}

/**
 * The JSON-LD 2.0 of an AggregationEvent that the server itself makes (EPCIS 2.0 section 7.4.3), which `parseEvent(event, undefined)`
 * accepts.
 */
export function buildAggregationEvent({ parentID, childEPCs, ...input }: AggregationEventInput): JsonObject {
  const { epcList: _none, ...event } = buildObjectEvent(input);
  return { ...event, type: 'AggregationEvent', parentID, childEPCs };
}
