/** Any value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 (JCS): one spelling for a JSON value. Keys are sorted by UTF-16 code units and numbers are
 * written as ECMAScript writes them, which is what `sort()` and `JSON.stringify` do.
 * Throws on values JSON cannot carry (NaN, infinities, lone surrogates).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error('canonical JSON has no NaN or infinity');
  if (typeof value === 'string' && !value.isWellFormed())
    throw new Error('canonical JSON has no lone surrogates');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** `Array.isArray` does not narrow a readonly array. */
const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
