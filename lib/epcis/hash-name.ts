import type { Namespaces } from './namespaces.ts';

/** Namespaces that XML documents bind for the same prefixes; JSON must come to the same text. */
const WELL_KNOWN: Namespaces = new Map([
  ['cbv', 'https://ref.gs1.org/cbv/'],
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['cbvmda', 'urn:epcglobal:cbv:mda'],
]);

/** The namespace of a prefix as the event hash sees it: `gs1` is never anything but the GS1 web vocabulary. */
export const namespaceForHash = (prefix: string, namespaces: Namespaces): string | undefined =>
  prefix === 'gs1' ? 'https://ref.gs1.org/voc/' : (namespaces.get(prefix) ?? WELL_KNOWN.get(prefix));

/** CBV 2.0 section 8.9.2: the name of an extension field is `{namespace}local`; a prefix bound to itself is bound to nothing. */
export function hashNameOf(key: string, namespaces: Namespaces): string {
  const colon = key.indexOf(':');
  if (colon === -1) return key;
  const namespace = namespaceForHash(key.slice(0, colon), namespaces);
  const isItself = namespace === `${key.slice(0, colon)}:`;
  return namespace === undefined || isItself ? key : `{${namespace}}${key.slice(colon + 1)}`;
}
