import { epcUrnOf } from '../gs1/epc-urn-of.ts';
import type { Gs1Id } from '../gs1/gs1-id.ts';
import { objectKeyOf } from '../gs1/object-key.ts';
import { gs1IdOf } from '../gs1/parse-gs1-id.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { EpcFormat } from './epc-format.ts';
import type { JsonObject } from './epcis-event.ts';

/**
 * How many digits the company prefix has at the beginning of a key's digits (behind indicator or extension digit):
 * 6 to 12, from master data. `undefined` where nobody registered it.
 */
export type PrefixLengthOf = (digits: string) => number | undefined;

type Translate = (uri: string) => string;

/** A URN of a GS1 key as its canonical Digital Link; a Digital Link, and what is neither, stays as it is. */
const asDigitalLink: Translate = (uri) => (uri.startsWith('urn:epc:') ? objectKeyOf(uri).uri : uri);

/** A Digital Link as the URN of its finest qualifier, where the length of its company prefix is known. */
const asUrn =
  (lengthOf: PrefixLengthOf): Translate =>
  (uri) => {
    const id = uri.startsWith('urn:') ? undefined : gs1IdOf(uri);
    const length = id && lengthOf(digitsOf(id));
    const urn = length === undefined ? undefined : id && epcUrnOf(id, length);
    return urn?.ok ? urn.value : uri;
  };

/** Keys whose first digit stands before the company prefix: indicator, extension digit, or the zero of a GRAI. */
const LED = new Set(['00', '01', '8003', '8006']);

const digitsOf = ({ key }: Gs1Id): string => (LED.has(key.ai) ? key.value.slice(1) : key.value);

type Field = (value: Json, translate: Translate) => Json;

const text: Field = (value, translate) => (typeof value === 'string' ? translate(value) : value);

const each =
  (item: Field): Field =>
  (value, translate) =>
    Array.isArray(value) ? value.map((one) => item(one, translate)) : value;

const member =
  (name: string): Field =>
  (value, translate) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const object = value as JsonObject;
    return Object.hasOwn(object, name)
      ? { ...object, [name]: text(object[name] ?? null, translate) }
      : object;
  };

const epcs = each(text);
const quantities = each(member('epcClass'));

/** Where an event of any kind names objects, places and parties. */
const TRANSLATED: Readonly<Record<string, Field>> = {
  epcList: epcs,
  parentID: text,
  childEPCs: epcs,
  inputEPCList: epcs,
  outputEPCList: epcs,
  quantityList: quantities,
  childQuantityList: quantities,
  inputQuantityList: quantities,
  outputQuantityList: quantities,
  readPoint: member('id'),
  bizLocation: member('id'),
  sourceList: each(member('source')),
  destinationList: each(member('destination')),
};

const NOBODY: PrefixLengthOf = () => undefined;

/**
 * The event with its identifiers in the format asked for (Tag Data Standard 2.0 section 6). A Digital Link does not
 * say how long its company prefix is, so it becomes a URN only where `lengthOf` knows; what cannot be translated
 * stays as received.
 */
export function formatEpcs(
  event: JsonObject,
  format: EpcFormat,
  lengthOf: PrefixLengthOf = NOBODY,
): JsonObject {
  if (format === 'No_Preference' || format === 'Never_Translates') return event;
  const translate = format === 'Always_EPC_URN' ? asUrn(lengthOf) : asDigitalLink;
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => {
      const field = Object.hasOwn(TRANSLATED, name) ? TRANSLATED[name] : undefined;
      return [name, field ? field(value, translate) : value];
    }),
  );
}

/** The digits for which a translation of these events to URNs would ask `lengthOf`. */
export function prefixDigitsIn(events: readonly JsonObject[]): ReadonlySet<string> {
  const digits = new Set<string>();
  const listen: PrefixLengthOf = (asked) => {
    digits.add(asked);
    return undefined;
  };
  for (const event of events) formatEpcs(event, 'Always_EPC_URN', listen);
  return digits;
}
