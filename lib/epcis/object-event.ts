/**
 * lib/epcis: EPCIS 2.0 events as a closed union: parsed strictly from JSON-LD, written again with nothing lost, named
 * by the CBV 2.0 event hash, and queries on them as data. Text and JSON in, values out: no clock, no I/O.
 */

import type { Json } from '../kernel/canonical-json.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';

/** A JSON object as it came over the wire. */
export type JsonObject = { readonly [key: string]: Json };

/** EPCIS 2.0 section 7.4.1.2: what the event says about its objects' existence. */
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
 * EPCIS 2.0 section 7.4.2, parsed. Identifiers stand as received; `bizStep`, `disposition` and the types of lists
 * are CBV short names (`shipping`) where they belong to the CBV in any of its spellings, else the URI as received.
 */
export interface ObjectEvent {
  readonly type: 'ObjectEvent';
  readonly eventID: string | undefined;
  readonly eventTime: Instant;
  readonly eventTimeZoneOffset: OffsetMinutes;
  readonly action: Action;
  readonly epcList: readonly string[];
  readonly quantityList: readonly QuantityElement[];
  readonly bizStep: string | undefined;
  readonly disposition: string | undefined;
  readonly readPoint: string | undefined;
  readonly bizLocation: string | undefined;
  readonly bizTransactionList: readonly TypedReference[];
  readonly sourceList: readonly TypedReference[];
  readonly destinationList: readonly TypedReference[];
  readonly errorDeclaration: ErrorDeclaration | undefined;
  /** `ilmd` as received, keys unchanged. */
  readonly ilmd: JsonObject | undefined;
  /** Prefix to namespace, from the `@context` of the document (and of the event, where it has one). */
  readonly namespaces: ReadonlyMap<string, string>;
  /** The event as received: what is stored, answered and committed to. Nothing is lost, unknown extensions included. */
  readonly document: JsonObject;
  /** The `@context` under which `document` is to be read. */
  readonly context: Json;
}

/** The closed union of event kinds. */
export type EpcisEvent = ObjectEvent;
