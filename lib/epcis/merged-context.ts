import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { EPCIS_CONTEXT } from './epcis-context.ts';
import type { JsonObject } from './epcis-event.ts';

/** The addresses at which GS1's context is, or was, published; all mean the same to us. */
const PUBLISHED =
  /^https?:\/\/(?:ref\.gs1\.org\/standards\/epcis\/(?:2\.\d+\.\d+\/)?|gs1\.github\.io\/EPCIS\/)epcis-context\.jsonld$/;

/**
 * Collects the contexts of many events into one. A context whose terms mean something else in the one so far is
 * not taken in: its event must carry it itself.
 */
export class MergedContext {
  readonly #addresses: string[] = [EPCIS_CONTEXT];
  readonly #terms = new Map<string, Json>();

  /** Takes a context in; false where it contradicts those before it. */
  add(context: Json): boolean {
    const parts = Array.isArray(context) ? (context as readonly Json[]) : [context];
    const terms = parts.filter(isObject).flatMap((part) => Object.entries(part));
    if (!agreeAmong(terms) || !terms.every(([term, meaning]) => this.#agrees(term, meaning))) return false;
    for (const [term, meaning] of terms) this.#terms.set(term, meaning);
    for (const part of parts) if (typeof part === 'string') this.#addAddress(part);
    return true;
  }

  /** GS1's context, then other contexts by address, then all terms in one object. */
  get context(): Json {
    return this.#terms.size === 0
      ? this.#addresses.slice()
      : [...this.#addresses, Object.fromEntries(this.#terms)];
  }

  #agrees(term: string, meaning: Json): boolean {
    const before = this.#terms.get(term);
    return before === undefined || canonicalJson(before) === canonicalJson(meaning);
  }

  #addAddress(address: string): void {
    if (!PUBLISHED.test(address) && !this.#addresses.includes(address)) this.#addresses.push(address);
  }
}

/** In a list of contexts a later part may rebind a term; merged into one object that would be lost. */
function agreeAmong(terms: readonly (readonly [string, Json])[]): boolean {
  const first = new Map<string, string>();
  return terms.every(([term, meaning]) => {
    const text = canonicalJson(meaning);
    const before = first.get(term);
    first.set(term, before ?? text);
    return before === undefined || before === text;
  });
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
