import type { Json } from '../kernel/canonical-json.ts';
import type { JsonObject } from './epcis-event.ts';
import { hashNameOf } from './hash-name.ts';
import { textValue } from './hash-value.ts';
import { type Namespaces, namespacesOf } from './namespaces.ts';
import { sortedForHash } from './sorted-for-hash.ts';

/** Comments do not change what happened (CBV 2.0 section 8.9.2). */
const COMMENTS = new Set(['rdfs:comment', 'comment']);

/** XML carried over into JSON: a namespace bound inside an element, and the text beside its children. */
const XML_NAMESPACE = '@xmlns:';
const XML_TEXT = '#text';

/**
 * Extension members, each as `name=value` followed by its own members, sorted at every level (CBV 2.0 section
 * 8.9.2). A list gives one entry per item.
 */
export function extensionTexts(members: JsonObject, outer: Namespaces): readonly string[] {
  const namespaces = withXmlNamespaces(members, outer);
  return sortedForHash(
    Object.entries(members)
      .filter(([key]) => key !== XML_TEXT && !COMMENTS.has(key) && !key.startsWith('@xmlns'))
      .flatMap(([key, value]) => entriesOf(hashNameOf(key, namespaces), value, namespaces)),
  );
}

/** The entries of one member under the name it has in the hash. */
export function entriesOf(name: string, value: Json, namespaces: Namespaces): readonly string[] {
  if (value === null) return [];
  if (isList(value))
    return value.flatMap((item) => entriesOf(name, isList(item) ? { '': item } : item, namespaces));
  if (typeof value === 'object') {
    const own = Object.hasOwn(value, XML_TEXT) ? leafOf(value[XML_TEXT] ?? '', namespaces) : '';
    return [name + own + extensionTexts(value as JsonObject, namespaces).join('')];
  }
  return [name + leafOf(value, namespaces)];
}

function leafOf(value: Json, namespaces: Namespaces): string {
  const text = textValue(value, namespaces);
  return text === '' ? '' : `=${text}`;
}

function withXmlNamespaces(members: JsonObject, outer: Namespaces): Namespaces {
  const bound = Object.entries(members).filter(([key]) => key.startsWith(XML_NAMESPACE));
  if (bound.length === 0) return outer;
  const inner = Object.fromEntries(bound.map(([key, value]) => [key.slice(XML_NAMESPACE.length), value]));
  return new Map([...outer, ...namespacesOf(inner)]);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
