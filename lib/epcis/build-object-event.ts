import type { Json } from '../kernel/canonical-json.ts';
import type { Instant, OffsetMinutes } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { EPCIS_CONTEXT } from './epcis-context.ts';
import type { Action, ErrorDeclaration, JsonObject, QuantityElement, TypedReference } from './epcis-event.ts';
import { instantTextAt, offsetText } from './format-instant.ts';
import { VIALOG_NAMESPACE } from './vialog-namespace.ts';

/** Under which built events are to be read. */
const CONTEXT: Json = [EPCIS_CONTEXT, { vialog: VIALOG_NAMESPACE }];

/** What a screen or an interface of ours knows of an event. Words of the CBV as short names. */
export interface ObjectEventInput {
  readonly eventTime: Instant;
  /** Of the place where it happened. */
  readonly eventTimeZoneOffset: OffsetMinutes;
  readonly action: Action;
  readonly eventID?: string;
  readonly epcList?: readonly string[];
  readonly quantityList?: readonly QuantityElement[];
  readonly bizStep?: string;
  readonly disposition?: string;
  readonly readPoint?: string;
  readonly bizLocation?: string;
  readonly bizTransactionList?: readonly TypedReference[];
  readonly sourceList?: readonly TypedReference[];
  readonly destinationList?: readonly TypedReference[];
  readonly errorDeclaration?: ErrorDeclaration;
  /** Instance data of a commissioning; with action ADD only. */
  readonly lotNumber?: string;
  readonly itemExpirationDate?: LocalDate;
  /** Fields of our own namespace, by local name: `reason` becomes `vialog:reason`. */
  readonly vialog?: { readonly [name: string]: Json };
}

/**
 * The JSON-LD 2.0 of an ObjectEvent that the server itself makes: a complete event with its `@context`, which
 * `parseEvent(event, undefined)` accepts. Members that are absent or empty are left out; an event about nothing
 * keeps an empty `epcList`.
 */
export function buildObjectEvent(input: ObjectEventInput): JsonObject {
  const { eventTimeZoneOffset: offset } = input;
  const event: Record<string, Json | undefined> = {
    '@context': CONTEXT,
    type: 'ObjectEvent',
    eventID: input.eventID,
    eventTime: instantTextAt(input.eventTime, offset),
    eventTimeZoneOffset: offsetText(offset),
    errorDeclaration: input.errorDeclaration && errorDeclaration(input.errorDeclaration, offset),
    epcList: input.quantityList?.length ? filled(input.epcList) : (input.epcList ?? []),
    quantityList: filled(input.quantityList?.map((element) => withoutAbsent({ ...element }))),
    action: input.action,
    bizStep: input.bizStep,
    disposition: input.disposition,
    readPoint: input.readPoint === undefined ? undefined : { id: input.readPoint },
    bizLocation: input.bizLocation === undefined ? undefined : { id: input.bizLocation },
    bizTransactionList: references(input.bizTransactionList, 'bizTransaction'),
    sourceList: references(input.sourceList, 'source'),
    destinationList: references(input.destinationList, 'destination'),
    ilmd: instanceData(input),
  };
  for (const [name, value] of Object.entries(input.vialog ?? {})) event[`vialog:${name}`] = value;
  return withoutAbsent(event);
}

function errorDeclaration(declaration: ErrorDeclaration, offset: OffsetMinutes): Json {
  return withoutAbsent({
    declarationTime: instantTextAt(declaration.declarationTime, offset),
    reason: declaration.reason,
    correctiveEventIDs: filled(declaration.correctiveEventIDs),
  });
}

function instanceData({ lotNumber, itemExpirationDate }: ObjectEventInput): Json | undefined {
  if (lotNumber === undefined && itemExpirationDate === undefined) return undefined;
  return withoutAbsent({ 'cbvmda:lotNumber': lotNumber, 'cbvmda:itemExpirationDate': itemExpirationDate });
}

const references = (list: readonly TypedReference[] | undefined, item: string): Json | undefined =>
  filled(list?.map(({ type, id }) => withoutAbsent({ type, [item]: id })));

const filled = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list && list.length > 0 ? list : undefined;

const withoutAbsent = (members: { readonly [key: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
