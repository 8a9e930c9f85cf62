import type { Json } from '../kernel/canonical-json.ts';

/** Prefix to namespace. */
export type Namespaces = ReadonlyMap<string, string>;

/** What GS1's own EPCIS context binds, which every EPCIS document names. */
const STANDARD: Namespaces = new Map([
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['cbv', 'https://ref.gs1.org/cbv/'],
  ['cbvmda', 'urn:epcglobal:cbv:mda:'],
  ['gs1', 'https://gs1.org/voc/'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
]);

/**
 * The prefixes a JSON-LD `@context` binds itself; a later binding wins. Contexts named by address are not
 * fetched: what another party's server says today must not change what a recorded event means.
 */
export function namespacesOf(context: Json | undefined): Namespaces {
  const namespaces = new Map<string, string>();
  for (const part of isList(context) ? context : [context]) {
    if (typeof part !== 'object' || part === null || isList(part)) continue;
    for (const [prefix, meaning] of Object.entries(part)) {
      const namespace = namespaceIn(meaning);
      if (namespace !== undefined && !prefix.startsWith('@')) namespaces.set(prefix, namespace);
    }
  }
  return namespaces;
}

/** A term is bound to an IRI, or to a definition whose `@id` is one. */
function namespaceIn(meaning: Json): string | undefined {
  if (typeof meaning === 'string') return meaning;
  if (typeof meaning !== 'object' || meaning === null || isList(meaning)) return undefined;
  const id = meaning['@id'];
  return typeof id === 'string' ? id : undefined;
}

/** The namespace of a prefix: as the document binds it, else as GS1's context does. */
const namespaceOf = (prefix: string, namespaces: Namespaces): string | undefined =>
  namespaces.get(prefix) ?? STANDARD.get(prefix);

/** `prefix:name` written out; a text without a bound prefix as it is. */
export function expandCurie(text: string, namespaces: Namespaces): string {
  const colon = text.indexOf(':');
  if (colon === -1) return text;
  const namespace = namespaceOf(text.slice(0, colon), namespaces);
  return namespace === undefined ? text : namespace + text.slice(colon + 1);
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
