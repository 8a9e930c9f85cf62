import { canonicalJson, type Json } from '../kernel/canonical-json.ts';

const partsOf = (context: Json | undefined): readonly Json[] => {
  if (context === undefined || context === null) return [];
  return Array.isArray(context) ? context : [context as Json];
};

/** Two JSON-LD contexts as one: the parts of the first, then those of the second that the first lacks. */
export function joinContexts(first: Json | undefined, second: Json | undefined): Json {
  if (second === undefined) return first ?? [];
  if (first === undefined) return second;
  const joined = partsOf(first).slice();
  const seen = new Set(joined.map(canonicalJson));
  for (const part of partsOf(second)) {
    const text = canonicalJson(part);
    if (!seen.has(text)) joined.push(part);
    seen.add(text);
  }
  return joined;
}
