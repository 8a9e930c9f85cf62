/**
 * lib/epcis: EPCIS 2.0 events as a closed union: parsed strictly from JSON-LD and XML, written again with nothing lost,
 * named by the CBV 2.0 event hash, and queries on them as data. Text and JSON in, values out: no clock, no I/O.
 */

import type { Json } from '../kernel/canonical-json.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';

/** A JSON object as it came over the wire. */
export type JsonObject = { readonly [key: string]: Json };

/** EPCIS 2.0 section 7.4.1.2: what the event says about its objects' existence or about their bond. */
export type Action = 'ADD' | 'OBSERVE' | 'DELETE';

/** EPCIS 2.0 section 7.3.3.3: a class of objects and how many of them (absent: how many is not said). */
export interface QuantityElement {
  readonly epcClass: string;
  readonly quantity: number | undefined;
  readonly uom: string | undefined;
}

/** A typed entry of `sourceList`, `destinationList` or `bizTransactionList`; `type` as CBV short name or URI. */
export interface TypedReference {
  readonly type: string | undefined;
  readonly id: string;
}

/** EPCIS 2.0 section 7.4.1.3: says that the event with the same eventID is in error. */
export interface ErrorDeclaration {
  readonly declarationTime: Instant;
  readonly reason: string | undefined;
  readonly correctiveEventIDs: readonly string[];
}

/**
 * What events of every kind have (EPCIS 2.0 section 7.4.1). Identifiers stand as received; `bizStep`, `disposition`
 * and the types of lists are CBV short names (`shipping`) where they belong to the CBV in any of its spellings, else
 * the URI as received. Fields without a view here (sensor data, persistentDisposition, certificationInfo,
 * extensions) stand in `document`.
 */
export interface EventBase {
  readonly eventID: string | undefined;
  readonly eventTime: Instant;
  readonly eventTimeZoneOffset: OffsetMinutes;
  readonly bizStep: string | undefined;
  readonly disposition: string | undefined;
  readonly readPoint: string | undefined;
  readonly bizLocation: string | undefined;
  readonly bizTransactionList: readonly TypedReference[];
  readonly sourceList: readonly TypedReference[];
  readonly destinationList: readonly TypedReference[];
  readonly errorDeclaration: ErrorDeclaration | undefined;
  /** Prefix to namespace, from the `@context` of the document (and of the event, where it has one). */
  readonly namespaces: ReadonlyMap<string, string>;
  /** The event as received: what is stored, answered and committed to. Nothing is lost, unknown extensions included. */
  readonly document: JsonObject;
  /** The `@context` under which `document` is to be read. */
  readonly context: Json;
}

/** EPCIS 2.0 section 7.4.2: something happened to objects. */
export interface ObjectEvent extends EventBase {
  readonly type: 'ObjectEvent';
  readonly action: Action;
  readonly epcList: readonly string[];
  readonly quantityList: readonly QuantityElement[];
  /** `ilmd` as received, keys unchanged. */
  readonly ilmd: JsonObject | undefined;
}

/**
 * EPCIS 2.0 section 7.4.3: objects were put into another (ADD), taken out of it (DELETE) or seen in it (OBSERVE).
 * `parentID` is absent at most with OBSERVE; a DELETE without children takes all of them out.
 */
export interface AggregationEvent extends EventBase {
  readonly type: 'AggregationEvent';
  readonly action: Action;
  readonly parentID: string | undefined;
  readonly childEPCs: readonly string[];
  readonly childQuantityList: readonly QuantityElement[];
}

/** EPCIS 2.0 section 7.4.4: objects became part of business transactions, ceased to be, or still are. */
export interface TransactionEvent extends EventBase {
  readonly type: 'TransactionEvent';
  readonly action: Action;
  readonly parentID: string | undefined;
  readonly epcList: readonly string[];
  readonly quantityList: readonly QuantityElement[];
}

/** EPCIS 2.0 section 7.4.5: inputs were consumed, outputs came into being. */
export interface TransformationEvent extends EventBase {
  readonly type: 'TransformationEvent';
  readonly inputEPCList: readonly string[];
  readonly inputQuantityList: readonly QuantityElement[];
  readonly outputEPCList: readonly string[];
  readonly outputQuantityList: readonly QuantityElement[];
  /** Joins events that are one transformation. */
  readonly transformationID: string | undefined;
  /** `ilmd` of the outputs as received, keys unchanged. */
  readonly ilmd: JsonObject | undefined;
}

/** EPCIS 2.0 section 7.4.6: objects were fixed to another for longer than a journey, such as a sensor to a pallet. */
export interface AssociationEvent extends EventBase {
  readonly type: 'AssociationEvent';
  readonly action: Action;
  readonly parentID: string;
  readonly childEPCs: readonly string[];
  readonly childQuantityList: readonly QuantityElement[];
}

/** The closed union of event kinds. */
export type EpcisEvent =
  | ObjectEvent
  | AggregationEvent
  | TransactionEvent
  | TransformationEvent
  | AssociationEvent;

/** The name of a kind, as it stands in `type`. */
export type EventKind = EpcisEvent['type'];
