import type { Json } from '../../kernel/canonical-json.ts';
import type { JsonObject } from '../epcis-event.ts';
import { isEventKind } from '../event-checks.ts';
import type { Namespaces } from '../namespaces.ts';
import { eventJson } from './event-json.ts';
import { extensionJson } from './extension-json.ts';
import { headerJson, vocabularyListJson } from './header-json.ts';
import { Prefixes } from './prefixes.ts';
import { TreeBuilder } from './tree-builder.ts';
import { isStandard, type XmlAttribute, type XmlElement } from './xml-element.ts';
import { type XmlFault, XmlSource, type XmlTag } from './xml-source.ts';

/** An event as it came out of a document: JSON-LD with its own `@context`, not yet judged. */
export interface XmlEvent {
  readonly json: JsonObject;
  /** Where it begins. */
  readonly line: number;
}

/** Everything in a document but its events, as JSON-LD has it. */
export interface XmlFrame {
  /** `EPCISDocument`, `EPCISQueryDocument`, the kind of an event that stands alone, or whatever the root is called. */
  readonly root: string;
  /** Members of the document: `schemaVersion`, `creationDate`, `sender`, extensions. */
  readonly members: JsonObject;
  /** Of a document of query results. */
  readonly results: JsonObject;
  readonly hasEventList: boolean;
  readonly contexts: readonly Json[];
}

/** More elements than this in one event or header are refused: an event of a hundred thousand packs has as many. */
const MOST_ELEMENTS = 1_000_000;

type Taken = 'event' | 'header' | 'vocabularies' | 'result' | 'extension';

/** What query results say beside their events. */
const RESULTS: Readonly<Record<string, Taken>> = {
  VocabularyList: 'vocabularies',
  queryName: 'result',
  subscriptionID: 'result',
};

/**
 * Reads an EPCIS document of XML 2.0 or 1.2 as a stream (EPCIS 2.0 section 9): each event is handed out when its last
 * tag is read, and forgotten. Memory is bounded by the largest event and the header, whatever the length.
 */
export class EpcisXmlReader {
  readonly #source: XmlSource;
  readonly #scopes: Namespaces[] = [new Map()];
  readonly #path: string[] = [];
  readonly #members: Record<string, Json> = {};
  readonly #results: Record<string, Json> = {};
  readonly #contexts: Json[] = [];
  #events: XmlEvent[] = [];
  #hasEventList = false;
  #root = '';
  #taking:
    | { readonly what: Taken; readonly tree: TreeBuilder; readonly line: number; readonly scope: Namespaces }
    | undefined;
  #elements = 0;
  #tooMany: XmlFault | undefined;

  constructor() {
    this.#source = new XmlSource({
      openTag: (tag, line) => this.#openTag(tag, line),
      text: (text) => this.#taking?.tree.addText(text),
      closeTag: () => this.#closeTag(),
    });
  }

  /** Takes the next piece of the document; gives the events that are whole now. */
  write(piece: string): readonly XmlEvent[] {
    if (!this.fault) this.#source.write(piece);
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** To be called behind the last piece: a document that ends too early is at fault. */
  end(): XmlFault | undefined {
    if (!this.fault) this.#source.close();
    return this.fault;
  }

  get fault(): XmlFault | undefined {
    return this.#tooMany ?? this.#source.fault;
  }

  get frame(): XmlFrame {
    return {
      root: this.#root,
      members: this.#members,
      results: this.#results,
      hasEventList: this.#hasEventList,
      contexts: this.#contexts,
    };
  }

  #openTag(tag: XmlTag, line: number): void {
    const scope = this.#enterScope(tag);
    const what = this.#taking ? undefined : this.#whatIs(tag);
    if (what) {
      this.#elements = 0;
      this.#taking = { what, tree: new TreeBuilder(), line, scope };
    }
    this.#taking?.tree.openTag(elementOf(tag));
    if (++this.#elements > MOST_ELEMENTS) {
      const detail = `more than ${MOST_ELEMENTS} elements in one event`;
      this.#tooMany ??= { code: 'epcis/xml-limit', line, detail };
    }
    this.#path.push(tag.local);
  }

  #enterScope(tag: XmlTag): Namespaces {
    const outer = this.#scopes.at(-1) ?? new Map();
    const scope = isEmpty(tag.ns) ? outer : new Map([...outer, ...Object.entries(tag.ns)]);
    this.#scopes.push(scope);
    return scope;
  }

  /** What of the document begins here; `undefined` for what only holds other parts. */
  #whatIs(tag: XmlTag): Taken | undefined {
    const depth = this.#path.length;
    if (depth === 0) return this.#openRoot(tag);
    if (!isStandard(tag)) return depth === 1 ? 'extension' : undefined;
    if (this.#path.includes('EventList')) return tag.local === 'extension' ? undefined : 'event';
    if (tag.local === 'EventList') this.#hasEventList = true;
    if (depth === 1 && tag.local === 'EPCISHeader') return 'header';
    return this.#path.includes('QueryResults') ? RESULTS[tag.local] : undefined;
  }

  #openRoot(tag: XmlTag): Taken | undefined {
    this.#root = tag.local;
    for (const name of ['schemaVersion', 'creationDate']) {
      const value = Object.hasOwn(tag.attributes, name) ? tag.attributes[name]?.value : undefined;
      if (value !== undefined) this.#members[name] = value.trim();
    }
    return isEventKind(tag.local) ? 'event' : undefined;
  }

  #closeTag(): void {
    this.#path.pop();
    this.#scopes.pop();
    const element = this.#taking?.tree.closeTag();
    if (!element || !this.#taking) return;
    const { what, line, scope } = this.#taking;
    this.#taking = undefined;
    this.#take(what, element, new Prefixes(scope), line);
  }

  #take(what: Taken, element: XmlElement, prefixes: Prefixes, line: number): void {
    if (what === 'event') {
      const json = eventJson(element, prefixes);
      this.#events.push({ json: { '@context': prefixes.context, ...json }, line });
      return;
    }
    if (what === 'header') {
      const { header, beside } = headerJson(element, prefixes);
      Object.assign(this.#members, beside, Object.keys(header).length > 0 && { epcisHeader: header });
    }
    if (what === 'vocabularies') this.#results['vocabularyList'] = vocabularyListJson(element, prefixes);
    if (what === 'result') this.#results[element.name] = element.text.trim();
    if (what === 'extension') this.#members[prefixes.nameOf(element)] = extensionJson(element, prefixes);
    this.#contexts.push(prefixes.context);
  }
}

function isEmpty(object: object): boolean {
  for (const _name in object) return false;
  return true;
}

const NONE: readonly XmlAttribute[] = [];

const elementOf = ({ prefix, uri, local, attributes }: XmlTag): Omit<XmlElement, 'children' | 'text'> => ({
  prefix,
  uri,
  name: local,
  attributes: isEmpty(attributes) ? NONE : Object.values(attributes).map(attributeOf),
});

const attributeOf = ({ prefix, uri, local, value }: XmlTag['attributes'][string]): XmlAttribute => ({
  prefix,
  uri,
  name: local,
  value,
});
