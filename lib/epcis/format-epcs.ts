import { objectKeyOf } from '../gs1/object-key.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { EpcFormat } from './epc-format.ts';
import type { JsonObject } from './object-event.ts';

/** A URN of a GS1 key as its canonical Digital Link; a Digital Link, and what is neither, stays as it is. */
const asDigitalLink = (uri: string): string => (uri.startsWith('urn:epc:') ? objectKeyOf(uri).uri : uri);

/** Where an ObjectEvent names objects, places and parties, and how each place is read. */
const TRANSLATED: Readonly<Record<string, (value: Json) => Json>> = {
  epcList: (value) => (Array.isArray(value) ? value.map(translated) : value),
  quantityList: eachMember('epcClass'),
  readPoint: member('id'),
  bizLocation: member('id'),
  sourceList: eachMember('source'),
  destinationList: eachMember('destination'),
};

/**
 * The event with its identifiers in the format asked for. Only `Always_GS1_Digital_Link` changes anything: a
 * Digital Link does not say how long its company prefix is, so it has no URN of its own (Tag Data Standard 2.0
 * section 6), and what cannot be translated stays as received.
 */
export function formatEpcs(event: JsonObject, format: EpcFormat): JsonObject {
  if (format !== 'Always_GS1_Digital_Link') return event;
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => {
      const translate = Object.hasOwn(TRANSLATED, name) ? TRANSLATED[name] : undefined;
      return [name, translate ? translate(value) : value];
    }),
  );
}

function translated(value: Json): Json {
  return typeof value === 'string' ? asDigitalLink(value) : value;
}

function member(name: string): (value: Json) => Json {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const object = value as JsonObject;
    return Object.hasOwn(object, name) ? { ...object, [name]: translated(object[name] ?? null) } : object;
  };
}

function eachMember(name: string): (value: Json) => Json {
  const translateItem = member(name);
  return (value) => (Array.isArray(value) ? value.map(translateItem) : value);
}
