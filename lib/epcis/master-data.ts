import { type Ndc, parseNdc } from '../gs1/ndc.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { isObject } from './check-structure.ts';
import type { JsonObject } from './epcis-event.ts';

/** One attribute of a thing that master data describe: its name as a URI, its value as text, or as JSON where it has parts. */
export interface MasterDataAttribute {
  readonly name: string;
  readonly value: Json;
}

/** What a header says of one place, product, party or whatever its vocabulary is of. */
export interface MasterDataElement {
  /** `urn:epcglobal:epcis:vtype:EPCClass` and its like. */
  readonly vocabulary: string;
  readonly id: string;
  readonly attributes: readonly MasterDataAttribute[];
  readonly children: readonly string[];
}

const objectsIn = (from: Json | undefined, name: string): readonly JsonObject[] => {
  const list = isObject(from) && Object.hasOwn(from, name) ? (from as JsonObject)[name] : undefined;
  return Array.isArray(list) ? list.filter((item): item is JsonObject => isObject(item)) : [];
};

const textIn = (from: JsonObject, name: string): string => {
  const value = from[name];
  return typeof value === 'string' ? value : '';
};

/** The master data of a header that has passed its checks (EPCIS 2.0 section 9.4), in their order. */
export const masterDataIn = (header: JsonObject | undefined): readonly MasterDataElement[] =>
  objectsIn(header?.['epcisMasterData'], 'vocabularyList').flatMap((vocabulary) =>
    objectsIn(vocabulary, 'vocabularyElementList').map((element) => ({
      vocabulary: textIn(vocabulary, 'type'),
      id: textIn(element, 'id'),
      attributes: objectsIn(element, 'attributes').map((attribute) => ({
        name: textIn(attribute, 'id'),
        value: attribute['attribute'] ?? '',
      })),
      children: Array.isArray(element['children']) ? (element['children'] as readonly string[]) : [],
    })),
  );

/** CBV 2.0 section 10.2: the namespace of its attributes as URNs and on the web write it. */
const LOCAL_NAME =
  /^(?:urn:epcglobal:cbv:mda[:#]|cbvmda:|https?:\/\/(?:ref|ns)\.gs1\.org\/cbv\/mda[/:#]?)(.+)$/;

/** The value of a CBV attribute by its local name, such as `regulatedProductName`; the first where it comes twice. */
export function masterDataText(element: MasterDataElement, name: string): string | undefined {
  const found = element.attributes.find((attribute) => LOCAL_NAME.exec(attribute.name)?.[1] === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/**
 * The National Drug Code that master data give a product: the additional identification of type `US_FDA_NDC`. This is
 * where an NDC comes from; it is never computed from a GTIN. `undefined` where there is none, or none that is whole.
 */
export function ndcInMasterData(element: MasterDataElement): Ndc | undefined {
  if (masterDataText(element, 'additionalTradeItemIdentificationTypeCode') !== 'US_FDA_NDC') return undefined;
  const ndc = parseNdc(masterDataText(element, 'additionalTradeItemIdentification') ?? '');
  return ndc.ok ? ndc.value : undefined;
}
