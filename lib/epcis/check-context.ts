import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { isObject } from './check-structure.ts';
import type { Check } from './check-value.ts';
import { type Faults, pointer, shown } from './faults.ts';
import { isUri } from './uri.ts';

/** A JSON-LD context as EPCIS allows it: a URI, an object of terms, or a list of these, each once. */
export const checkContext: Check = (value, path, faults) => {
  if (!Array.isArray(value)) {
    checkPart(value, path, faults);
    return;
  }
  const seen = new Set<string>();
  for (const [i, part] of value.entries()) {
    checkPart(part, pointer(path, i), faults);
    const text = canonicalJson(part as Json);
    if (seen.has(text)) faults.add('epcis/duplicate', pointer(path, i), 'the same as an item before it');
    seen.add(text);
  }
};

function checkPart(part: unknown, path: string, faults: Faults): void {
  if (isObject(part) || (typeof part === 'string' && isUri(part))) return;
  faults.add('epcis/context', path, `${shown(part)} is neither the URI of a context nor an object of terms`);
}
