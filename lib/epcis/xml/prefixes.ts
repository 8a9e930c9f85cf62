import type { Json } from '../../kernel/canonical-json.ts';
import { EPCIS_CONTEXT } from '../epcis-context.ts';
import type { Namespaces } from '../namespaces.ts';
import { STANDARD_PREFIXES } from './standard-prefixes.ts';

/** The prefix of each namespace that GS1's context binds. */
const STANDARD = new Map([...STANDARD_PREFIXES].map(([prefix, uri]) => [uri, prefix]));

/** Names that would read as the scheme of a URI. */
const SCHEMES = new Set(['http', 'https', 'urn', 'ni', 'xsd', 'xsi']);

/** Namespaces of a document's form, which name nothing in it. */
const OF_FORM =
  /^(?:urn:epcglobal:(?:epcis|xsd)|http:\/\/www\.w3\.org\/(?:2001\/XMLSchema|XML\/|2000\/xmlns))/;

/**
 * The prefixes of one event's JSON. XML may bind a prefix anew inside an element and leave it out altogether; a
 * JSON-LD context binds each once, so that a prefix that means two things becomes two.
 */
export class Prefixes {
  readonly #byUri = new Map<string, string>();
  readonly #byPrefix = new Map<string, string>();
  /** Prefixes that mean what GS1's context says, and need not be bound. */
  readonly #standard = new Set<string>();

  /** Takes over what is bound where the event begins, used or not: values may be compact names. */
  constructor(inScope: Namespaces) {
    for (const [prefix, uri] of inScope) if (prefix !== '' && !OF_FORM.test(uri)) this.prefixOf(uri, prefix);
  }

  /** The prefix under which a namespace is written, the one it was written with where it is free. */
  prefixOf(uri: string, wanted: string): string {
    const known = this.#byUri.get(uri);
    if (known !== undefined) return known;
    const standard = STANDARD.get(uri);
    const isStandard = standard !== undefined && !this.#byPrefix.has(standard);
    const prefix = isStandard ? standard : this.#free(wanted === '' || wanted === 'xmlns' ? 'ns' : wanted);
    this.#byUri.set(uri, prefix);
    if (isStandard) this.#standard.add(standard);
    else this.#byPrefix.set(prefix, uri);
    return prefix;
  }

  #free(base: string): string {
    const isTaken = (prefix: string): boolean =>
      this.#byPrefix.has(prefix) || this.#standard.has(prefix) || SCHEMES.has(prefix);
    let prefix = base;
    for (let n = 1; isTaken(prefix); n++) prefix = `${base}${n}`;
    return prefix;
  }

  /** A name as JSON writes it. */
  nameOf({
    uri,
    prefix,
    name,
  }: {
    readonly uri: string;
    readonly prefix: string;
    readonly name: string;
  }): string {
    return uri === '' ? name : `${this.prefixOf(uri, prefix)}:${name}`;
  }

  /** For reading compact names in values. */
  get namespaces(): Namespaces {
    return this.#byPrefix;
  }

  get context(): Json {
    const terms = Object.fromEntries(this.#byPrefix);
    return this.#byPrefix.size === 0 ? [EPCIS_CONTEXT] : [EPCIS_CONTEXT, terms];
  }
}
