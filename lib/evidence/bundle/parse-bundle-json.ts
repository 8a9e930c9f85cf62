import { parseUtf8 } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { BundleRefusal } from './bundle-fault.ts';
import { canonicalEnd } from './canonical-end.ts';

/** A larger file is not looked at. A batch of a million packs moved in cases stays far below. */
export const MOST_BUNDLE_BYTES = 1 << 28;

/** Deeper than any EPCIS document may be nested. */
const DEEPEST = 64;

/**
 * A parsed object or list costs many times the two characters it may be written with. A bundle is mostly hashes, so it has few of them
 * for its length; a file with more is refused before any of it is built up in memory.
 */
const BYTES_PER_BRACKET = 32;
const BYTES_PER_COMMA = 12;
const FREE = 4096;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** The JSON of a bundle and its text, which is its one spelling (RFC 8785) with nothing around it. Throws {@link BundleRefusal}. */
export function parseBundleJson(bytes: Uint8Array): {
  readonly json: { readonly [key: string]: Json };
  readonly text: string;
} {
  if (bytes.length > MOST_BUNDLE_BYTES) throw new BundleRefusal('bundle/too-large', '');
  refuseDense(bytes);
  const text = parseUtf8(bytes);
  if (text === undefined) throw new BundleRefusal('bundle/not-text', '');
  const value = jsonOf(text);
  if (!isCanonical(value, text)) throw new BundleRefusal('bundle/not-canonical', '');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BundleRefusal('bundle/format', '');
  return { json: value as { readonly [key: string]: Json }, text };
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new BundleRefusal('bundle/not-json', '');
  }
}

/** Also refuses members of one name, which JSON.parse lets overwrite each other. */
function isCanonical(value: Json, text: string): boolean {
  try {
    return canonicalEnd(value, text, 0) === text.length;
  } catch {
    return false;
  }
}

function refuseDense(bytes: Uint8Array): void {
  const { deepest, brackets, commas } = structureOf(bytes);
  const allowed = {
    brackets: FREE + bytes.length / BYTES_PER_BRACKET,
    commas: FREE + bytes.length / BYTES_PER_COMMA,
  };
  if (deepest > DEEPEST || brackets > allowed.brackets || commas > allowed.commas)
    throw new BundleRefusal('bundle/too-dense', '');
}

/** What there is to build up, counted outside of strings. */
function structureOf(bytes: Uint8Array): { deepest: number; brackets: number; commas: number } {
  const found = { deepest: 0, brackets: 0, commas: 0 };
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === COMMA) found.commas++;
    else if (CLOSING.has(byte)) depth--;
    else if (OPENING.has(byte)) {
      found.brackets++;
      found.deepest = Math.max(found.deepest, ++depth);
    }
  }
  return found;
}

/** Where the string that begins at `start` ends; the end of the file where it does not. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at;
  }
  return bytes.length;
}
