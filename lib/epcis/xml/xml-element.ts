/** An attribute, its namespace resolved; the empty text where it has none. */
export interface XmlAttribute {
  readonly prefix: string;
  readonly uri: string;
  readonly name: string;
  readonly value: string;
}

/** An element of a document that fits into memory, namespaces resolved. */
export interface XmlElement {
  readonly prefix: string;
  readonly uri: string;
  /** Without prefix. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** All text directly inside, joined. */
  readonly text: string;
}

const EPCIS = /^(?:|urn:epcglobal:epcis(?:-query|-masterdata)?:xsd:[12])$/;
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** Is it an element of EPCIS? The standard writes them without namespace, and some write them with it. */
export const isStandard = ({ uri }: { readonly uri: string }): boolean => EPCIS.test(uri);

/** The children of one standard name, in their order. */
export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name && isStandard(child));

/** The value of an attribute without namespace. */
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((attribute) => attribute.name === name && attribute.uri === '')?.value;

/** Attributes that speak of the document's form, not of what it says. */
export const isOfSchema = ({ uri, prefix, name }: XmlAttribute): boolean =>
  uri === INSTANCE || prefix === 'xmlns' || name === 'xmlns' || prefix === 'xml';

/** The value of `xsi:type` or `xsi:nil`. */
export const schemaAttribute = (element: XmlElement, name: 'type' | 'nil'): string | undefined =>
  element.attributes.find((attribute) => attribute.name === name && attribute.uri === INSTANCE)?.value;
