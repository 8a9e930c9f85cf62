import type { Namespaces } from '../namespaces.ts';
import { STANDARD_PREFIXES } from './standard-prefixes.ts';
import { escapedAttribute, escapedText, isXmlName, isXmlNamespace, isXmlText } from './xml-text.ts';

/** The versions of EPCIS whose XML we write. */
export type XmlVersion = '2.0' | '1.2';

/** How words of the CBV are spelled (`GS1-CBV-XML-Format`); as received, a bare word of JSON is written as URN. */
export type CbvSpelling = 'urn' | 'web' | 'received';

/** What an XML document of this version cannot say; `path` is the JSON pointer of the field. */
export interface XmlSpeechError {
  readonly code: 'epcis/not-in-xml';
  readonly version: XmlVersion;
  readonly path: string;
  readonly detail: string;
}

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA = 'http://www.w3.org/2001/XMLSchema';

/** Writes the parts of one event: remembers which namespaces it used, and what it could not say. */
export class XmlSpeech {
  readonly version: XmlVersion;
  readonly cbv: CbvSpelling;
  readonly namespaces: Namespaces;
  readonly #declared = new Map<string, string>();
  #error: XmlSpeechError | undefined;

  constructor(version: XmlVersion, cbv: CbvSpelling, namespaces: Namespaces) {
    this.version = version;
    this.cbv = cbv;
    this.namespaces = namespaces;
  }

  /** The first thing that could not be said. */
  get error(): XmlSpeechError | undefined {
    return this.#error;
  }

  cannotSay(path: string, detail: string): string {
    this.#error ??= { code: 'epcis/not-in-xml', version: this.version, path, detail };
    return '';
  }

  /** `xmlns` attributes for all that was written, compact names in values too, each with a blank before it. */
  declarationsFor(xml: string): string {
    for (const [prefix, uri] of [...STANDARD_PREFIXES, ...this.namespaces]) {
      const isNamed = xml.includes(`>${prefix}:`) || xml.includes(`"${prefix}:`);
      if (isNamed && isXmlName(prefix) && isXmlNamespace(uri)) this.#declared.set(prefix, uri);
    }
    const all = [...this.#declared].sort(([a], [b]) => (a < b ? -1 : 1));
    return all.map(([prefix, uri]) => ` xmlns:${prefix}="${escapedAttribute(uri)}"`).join('');
  }

  /** The attribute by which a number or truth value stays one. */
  typeAttribute(type: string): string {
    this.#declared.set('xsi', SCHEMA_INSTANCE);
    this.#declared.set('xsd', SCHEMA);
    return ` xsi:type="xsd:${type}"`;
  }

  /** Says that there is no value where the schema wants an element. */
  nil(name: string): string {
    this.#declared.set('xsi', SCHEMA_INSTANCE);
    return `<${name} xsi:nil="true"/>`;
  }

  /** The name of an extension, its prefix declared; `undefined` where XML has no such name. */
  extensionName(key: string): string | undefined {
    const [prefix = '', local, ...rest] = key.split(':');
    if (local === undefined) return isXmlName(key) ? key : undefined;
    // A prefix that is bound to nothing is the scheme of a URI: the same URI comes of binding it to itself.
    const uri = this.namespaces.get(prefix) ?? STANDARD_PREFIXES.get(prefix) ?? `${prefix}:`;
    if (
      rest.length > 0 ||
      !isXmlName(prefix) ||
      !isXmlName(local) ||
      !isXmlNamespace(uri) ||
      /^xml/i.test(prefix)
    ) {
      return undefined;
    }
    const declared = prefix === 'xsi' || prefix === 'xsd' ? `${prefix}_` : prefix;
    this.#declared.set(declared, uri);
    return `${declared}:${local}`;
  }

  /** An element with a text, or empty. */
  leaf(name: string, text: string, path: string, attributes = ''): string {
    if (!isXmlText(text)) return this.cannotSay(path, 'XML cannot carry one of its characters');
    return text === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${escapedText(text)}</${name}>`;
  }

  attribute(name: string, text: string, path: string): string {
    if (!isXmlText(text)) return this.cannotSay(path, 'XML cannot carry one of its characters');
    return ` ${name}="${escapedAttribute(text)}"`;
  }
}

/** An element around what is already XML; nothing around nothing unless `always`. */
export const around = (name: string, inner: string, always = false, attributes = ''): string => {
  if (inner === '') return always ? `<${name}${attributes}/>` : '';
  return `<${name}${attributes}>${inner}</${name}>`;
};
