import type { Json } from '../kernel/canonical-json.ts';
import { cbvShortName } from './cbv-word.ts';
import type { CbvKind } from './cbv-words.ts';
import type { JsonObject, QuantityElement } from './epcis-event.ts';
import type { Namespaces } from './namespaces.ts';

/** Members are read as own ones only: a name such as `constructor` must not reach the prototype. */
const memberOf = (from: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined;

/** The member `name`, where it is a text. */
export function textIn(from: JsonObject, name: string): string | undefined {
  const value = memberOf(from, name);
  return typeof value === 'string' ? value : undefined;
}

/** The member `name` of an object that has passed its checks: an object or absent. */
export const objectIn = (from: JsonObject, name: string): JsonObject | undefined =>
  memberOf(from, name) as JsonObject | undefined;

/** The texts of a list that has passed its checks; none where it is absent. */
export const textsIn = (from: JsonObject, name: string): readonly string[] =>
  (memberOf(from, name) as readonly string[] | undefined) ?? [];

/** The objects of a list that has passed its checks; none where it is absent. */
export const objectsIn = (from: JsonObject, name: string): readonly JsonObject[] =>
  (memberOf(from, name) as readonly JsonObject[] | undefined) ?? [];

/** A word of the CBV by its short name, another's as it is written. */
export function wordIn(
  from: JsonObject,
  kind: CbvKind,
  name: string,
  namespaces: Namespaces,
): string | undefined {
  const text = textIn(from, name);
  return text === undefined ? undefined : cbvShortName(kind, text, namespaces);
}

/** The classes and quantities of a list that has passed its checks. */
export const quantitiesIn = (from: JsonObject, name: string): readonly QuantityElement[] =>
  objectsIn(from, name).map(quantityOf);

function quantityOf(element: JsonObject): QuantityElement {
  const quantity = element['quantity'];
  return {
    epcClass: textIn(element, 'epcClass') ?? '',
    quantity: typeof quantity === 'number' ? quantity : undefined,
    uom: textIn(element, 'uom'),
  };
}
