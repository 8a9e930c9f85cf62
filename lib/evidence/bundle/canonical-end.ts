import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';

/**
 * Where `value` ends if it stands at `start` of the text in its one spelling (RFC 8785); -1 where it does not. It compares piece by piece
 * instead of writing the value again, which would take many times the memory. Throws on what canonical JSON cannot carry.
 */
export function canonicalEnd(value: Json, text: string, start: number): number {
  if (typeof value !== 'object' || value === null) return after(canonicalJson(value), text, start);
  return Array.isArray(value) ? listEnd(value, text, start) : objectEnd(value as JsonMembers, text, start);
}

type JsonMembers = { readonly [key: string]: Json };

/** The position behind `piece`, where it stands there. */
const after = (piece: string, text: string, at: number): number =>
  at >= 0 && text.startsWith(piece, at) ? at + piece.length : -1;

function listEnd(items: readonly Json[], text: string, start: number): number {
  let at = after('[', text, start);
  for (let n = 0; n < items.length && at >= 0; n++) {
    if (n > 0) at = after(',', text, at);
    at = at < 0 ? at : canonicalEnd(items[n] ?? null, text, at);
  }
  return after(']', text, at);
}

function objectEnd(object: JsonMembers, text: string, start: number): number {
  let at = after('{', text, start);
  for (const [n, key] of Object.keys(object).sort().entries()) {
    if (n > 0) at = after(',', text, at);
    at = after(`${canonicalJson(key)}:`, text, at);
    if (at < 0) return -1;
    at = canonicalEnd(object[key] ?? null, text, at);
  }
  return after('}', text, at);
}
