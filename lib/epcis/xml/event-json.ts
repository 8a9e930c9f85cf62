import type { Json } from '../../kernel/canonical-json.ts';
import { cbvShortName } from '../cbv-word.ts';
import type { CbvKind } from '../cbv-words.ts';
import type { JsonObject } from '../epcis-event.ts';
import { extensionJson, Members } from './extension-json.ts';
import type { Prefixes } from './prefixes.ts';
import { sensorElementJson } from './sensor-json.ts';
import {
  attributeOf,
  childrenNamed,
  isOfSchema,
  isStandard,
  schemaAttribute,
  type XmlElement,
} from './xml-element.ts';

type Reader = (element: XmlElement, prefixes: Prefixes) => Json;

/** What EPCIS 1.2 puts into `extension` and `baseExtension`, one inside another, are fields like any other. */
const isWrapper = (element: XmlElement): boolean =>
  isStandard(element) && (element.name === 'extension' || element.name === 'baseExtension');

interface Field {
  readonly element: XmlElement;
  readonly wrapped: boolean;
}

const fieldsIn = (element: XmlElement, wrapped = false): readonly Field[] =>
  element.children.flatMap((child) =>
    isWrapper(child) ? fieldsIn(child, true) : [{ element: child, wrapped }],
  );

const text: Reader = (element) => element.text.trim();

const word =
  (kind: CbvKind): Reader =>
  (element, prefixes) =>
    cbvShortName(kind, element.text.trim(), prefixes.namespaces);

const texts =
  (item: string): Reader =>
  (element) =>
    childrenNamed(element, item).map((child) => child.text.trim());

const words =
  (kind: CbvKind, item: string): Reader =>
  (element, prefixes) =>
    childrenNamed(element, item).map((child) => word(kind)(child, prefixes));

/** A text that is no number stays a text, and is refused as one where it is checked. */
function numberIn(element: XmlElement): Json {
  const written = element.text.trim();
  return written !== '' && Number.isFinite(Number(written)) ? Number(written) : written;
}

const quantities: Reader = (element) =>
  childrenNamed(element, 'quantityElement').map((item) => {
    const members = new Members();
    for (const child of item.children) {
      if (schemaAttribute(child, 'nil') === 'true') continue;
      members.add(child.name, child.name === 'quantity' ? numberIn(child) : child.text.trim());
    }
    return members.json;
  });

/** `type` is an attribute, the identifier the text. */
const references =
  (item: string, kind: CbvKind): Reader =>
  (element, prefixes) =>
    childrenNamed(element, item).map((child) => {
      const type = attributeOf(child, 'type');
      const id = child.text.trim();
      return type === undefined
        ? { [item]: id }
        : { type: cbvShortName(kind, type, prefixes.namespaces), [item]: id };
    });

/** The named members read as they say, all others as extensions. */
const objectWith =
  (fields: Readonly<Record<string, Reader>>): Reader =>
  (element, prefixes) =>
    membersOf(element, fields, prefixes);

function membersOf(
  element: XmlElement,
  fields: Readonly<Record<string, Reader>>,
  prefixes: Prefixes,
): JsonObject {
  const members = new Members();
  for (const attribute of element.attributes) {
    if (attribute.uri !== '' && !isOfSchema(attribute))
      members.add(prefixes.nameOf(attribute), attribute.value);
  }
  for (const { element: child, wrapped } of fieldsIn(element)) {
    const read = isStandard(child) && Object.hasOwn(fields, child.name) ? fields[child.name] : undefined;
    const name = read ? child.name : extensionName(child, wrapped, prefixes);
    members.add(name, (read ?? extensionJson)(child, prefixes));
  }
  return members.json;
}

/** An element without namespace in a wrapper belongs to EPCIS as the wrapper does; elsewhere it belongs to nobody. */
function extensionName(element: XmlElement, wrapped: boolean, prefixes: Prefixes): string {
  if (!isStandard(element)) return prefixes.nameOf(element);
  return wrapped ? `epcis:${element.name}` : element.name;
}

const persistentDisposition: Reader = (element, prefixes) => {
  const set = words('disposition', 'set')(element, prefixes) as readonly Json[];
  const unset = words('disposition', 'unset')(element, prefixes) as readonly Json[];
  return { ...(set.length > 0 && { set }), ...(unset.length > 0 && { unset }) };
};

const place = objectWith({ id: text });
const epcs = texts('epc');

/** How each field of an event is read (EPCIS 2.0 sections 9 and 10: the XML and JSON bindings). */
const FIELDS: Readonly<Record<string, Reader>> = {
  eventTime: text,
  recordTime: text,
  eventTimeZoneOffset: text,
  eventID: text,
  certificationInfo: text,
  action: text,
  parentID: text,
  transformationID: text,
  bizStep: word('bizStep'),
  disposition: word('disposition'),
  epcList: epcs,
  childEPCs: epcs,
  inputEPCList: epcs,
  outputEPCList: epcs,
  quantityList: quantities,
  childQuantityList: quantities,
  inputQuantityList: quantities,
  outputQuantityList: quantities,
  readPoint: place,
  bizLocation: place,
  bizTransactionList: references('bizTransaction', 'bizTransactionType'),
  sourceList: references('source', 'sourceOrDestinationType'),
  destinationList: references('destination', 'sourceOrDestinationType'),
  persistentDisposition,
  ilmd: objectWith({}),
  errorDeclaration: objectWith({
    declarationTime: text,
    reason: word('errorReason'),
    correctiveEventIDs: texts('correctiveEventID'),
  }),
  sensorElementList: (element, prefixes) =>
    childrenNamed(element, 'sensorElement').map((item) => sensorElementJson(item, prefixes)),
};

/**
 * The JSON-LD of an event that was XML 2.0 or 1.2, to be read under the context of `prefixes`. Nothing is judged
 * here: what the standard does not know stays under its name for the checks to refuse.
 */
export const eventJson = (element: XmlElement, prefixes: Prefixes): JsonObject => ({
  type: element.name,
  ...membersOf(element, FIELDS, prefixes),
});
