import { sha256 } from '#sha256';
import { hexOf, utf8Of } from '../kernel/bytes.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { EpcisEvent, JsonObject } from './epcis-event.ts';
import { entriesOf, extensionTexts } from './hash-extensions.ts';
import { HASH_FIELDS, type HashField, NOT_HASHED } from './hash-fields.ts';
import type { Namespaces } from './namespaces.ts';
import { sortedForHash } from './sorted-for-hash.ts';

/** What the hash is computed from. */
type HashedEvent = Pick<EpcisEvent, 'type' | 'document' | 'namespaces'>;

/**
 * The CBV 2.0 event hash (section 8.9) as an `ni:` URI: equal for all spellings of one event. It leaves out
 * `recordTime`, `eventID`, `errorDeclaration`, `certificationInfo` and comments, so it identifies what happened and
 * does not commit to the document.
 */
export function eventHashOf(event: HashedEvent): string {
  return `ni:///sha-256;${hexOf(sha256(utf8Of(preHashTextOf(event))))}?ver=CBV2.0`;
}

/** The text that is hashed: the fields in their order, then `ilmd`, extensions inside fields, extensions of the event. */
export function preHashTextOf({ type, document, namespaces }: HashedEvent): string {
  const ilmd = document['ilmd'];
  return [
    `eventType=${type}`,
    fieldsText(document, HASH_FIELDS, namespaces),
    ...(ilmd === undefined ? [] : entriesOf('ilmd', ilmd, namespaces)),
    HASH_FIELDS.map((field) => extensionsInside(document, field, namespaces)).join(''),
    ...extensionTexts(membersBeside(document, HASH_FIELDS, [...NOT_HASHED, 'ilmd']), namespaces),
  ].join('');
}

const fieldsText = (from: JsonObject, fields: readonly HashField[], namespaces: Namespaces): string =>
  fields.map((field) => fieldText(from, field, namespaces)).join('');

/** One field with all its values, sorted; empty where it says nothing. */
function fieldText(from: JsonObject, field: HashField, namespaces: Namespaces): string {
  const texts = valuesOf(from, field).map((value) => valueText(value, field, namespaces));
  const joined = sortedForHash(texts).join('');
  return field.item === undefined || field.unnamed || joined === '' ? joined : field.name + joined;
}

function valueText(value: Json, field: HashField, namespaces: Namespaces): string {
  const name = field.item ?? field.name;
  if (field.fields) {
    const inner = isObject(value) ? fieldsText(value, field.fields, namespaces) : '';
    return inner === '' ? '' : name + inner;
  }
  const text = field.value(value, namespaces);
  return text === '' ? '' : `${name}=${text}`;
}

/** Extensions inside standard fields follow behind all of these, each under the names of the fields it stands in. */
function extensionsInside(from: JsonObject, field: HashField, namespaces: Namespaces): string {
  const { fields } = field;
  if (!fields) return '';
  const texts = valuesOf(from, field).map((value) => {
    if (!isObject(value)) return '';
    const inner =
      fields.map((below) => extensionsInside(value, below, namespaces)).join('') +
      extensionTexts(foreignMembers(value, fields), namespaces).join('');
    return inner === '' ? '' : (field.item ?? field.name) + inner;
  });
  const joined = sortedForHash(texts).join('');
  return field.item === undefined || field.unnamed || joined === '' ? joined : field.name + joined;
}

/** The values of a field: the items of a list, or the one there is. */
function valuesOf(from: JsonObject, { name }: HashField): readonly Json[] {
  if (!Object.hasOwn(from, name)) return [];
  const value = from[name] ?? null;
  return Array.isArray(value) ? value : [value as Json];
}

/** Extensions have a namespace: `bizRules` of a sensor report has none, and no place in the order either. */
const foreignMembers = (from: JsonObject, fields: readonly HashField[]): JsonObject =>
  Object.fromEntries(Object.entries(membersBeside(from, fields, [])).filter(([key]) => key.includes(':')));

/** The members that are neither fields of the order nor in `others`. */
function membersBeside(
  from: JsonObject,
  fields: readonly HashField[],
  others: readonly string[],
): JsonObject {
  const known = new Set([...fields.map(({ name }) => name), ...others]);
  return Object.fromEntries(Object.entries(from).filter(([key]) => !known.has(key)));
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
