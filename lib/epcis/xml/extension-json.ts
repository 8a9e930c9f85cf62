import type { Json } from '../../kernel/canonical-json.ts';
import type { Prefixes } from './prefixes.ts';
import { isOfSchema, schemaAttribute, type XmlElement } from './xml-element.ts';

/** Collects members; a name that comes twice becomes a list, as XML repeats elements where JSON has lists. */
export class Members {
  readonly #values = new Map<string, Json | Json[]>();
  readonly #repeated = new Set<string>();

  add(name: string, value: Json): void {
    const before = this.#values.get(name);
    if (before === undefined) this.#values.set(name, value);
    else if (this.#repeated.has(name)) (before as Json[]).push(value);
    else {
      this.#values.set(name, [before as Json, value]);
      this.#repeated.add(name);
    }
  }

  get json(): { readonly [name: string]: Json } {
    return Object.fromEntries(this.#values) as { readonly [name: string]: Json };
  }
}

/**
 * The JSON of an extension element: its text, or an object of its attributes and children, as GS1's JSON has both. Text
 * beside them stands under `#text`, so that nothing is lost.
 */
export function extensionJson(element: XmlElement, prefixes: Prefixes): Json {
  const attributes = element.attributes.filter((attribute) => !isOfSchema(attribute));
  const text = keepsBlanks(element) ? element.text : element.text.trim();
  if (attributes.length === 0 && element.children.length === 0) return typed(text, element);
  const members = new Members();
  for (const attribute of attributes) members.add(prefixes.nameOf(attribute), attribute.value);
  if (text !== '') members.add('#text', text);
  for (const child of element.children) members.add(prefixes.nameOf(child), extensionJson(child, prefixes));
  return members.json;
}

/** Blanks around a text are of the document's form unless it says otherwise (XML 1.0 section 2.10). */
const keepsBlanks = ({ attributes }: XmlElement): boolean =>
  attributes.some(({ prefix, name, value }) => prefix === 'xml' && name === 'space' && value === 'preserve');

const NUMBERS = /:(?:integer|int|long|short|decimal|double|float)$/;

/** A text whose `xsi:type` says so is a number or a truth value, where JSON writes it with the same characters. */
function typed(text: string, element: XmlElement): Json {
  const type = schemaAttribute(element, 'type') ?? '';
  if (NUMBERS.test(type) && String(Number(text)) === text) return Number(text);
  return /:boolean$/.test(type) && (text === 'true' || text === 'false') ? text === 'true' : text;
}
