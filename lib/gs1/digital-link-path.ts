import { err, ok, type Result } from '../kernel/result.ts';
import { aiOfSegment, digitalLinkKey } from './digital-link-key.ts';
import type { AiValue } from './gs1-id.ts';
import { isCompressed } from './is-compressed.ts';
import { percentDecoded } from './percent-decoded.ts';

/** An AI and its value with the place in the text where the value begins. */
export type PlacedAi = AiValue & { readonly at: number };

/** The path of a Digital Link taken apart; values have their shape checked, nothing more. */
export type DigitalLinkPath = {
  readonly key: PlacedAi;
  /** In the order written, which is the order of the standard. */
  readonly qualifiers: readonly PlacedAi[];
  /** Where the query begins, after its `?`; `undefined` where there is none. */
  readonly queryAt?: number;
};

/** Why a text has no Digital Link path. `at` counts characters of the text from 0. */
export type DigitalLinkPathError =
  | { readonly code: 'digital-link/not-a-web-uri'; readonly at: number }
  | { readonly code: 'digital-link/character'; readonly at: number }
  | { readonly code: 'digital-link/no-key'; readonly at: number }
  | { readonly code: 'digital-link/compressed'; readonly at: number }
  | { readonly code: 'digital-link/qualifier'; readonly at: number; readonly ai: string }
  | { readonly code: 'digital-link/escape'; readonly at: number }
  | { readonly code: 'digital-link/key-shape'; readonly at: number; readonly ai: string };

const ORIGIN = /^https?:\/\/[A-Za-z0-9._~\-:[\]@]+(?=\/)/i;
const OUTSIDE_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/;

/**
 * Finds the last primary key in the path of a web address of any domain, and the qualifiers behind it
 * (Digital Link URI Syntax 4.7). A trailing slash is an error, a compressed link is named as such; GTIN-8, -12 and -13 are padded to fourteen digits.
 */
export function parseDigitalLinkPath(uri: string): Result<DigitalLinkPath, DigitalLinkPathError> {
  const origin = ORIGIN.exec(uri)?.[0];
  if (origin === undefined) return err({ code: 'digital-link/not-a-web-uri', at: 0 });
  const foreign = uri.search(OUTSIDE_URI);
  if (foreign !== -1) return err({ code: 'digital-link/character', at: foreign });

  const pathEnd = endOf(uri, /[?#]/, origin.length);
  const segments = segmentsOf(uri, origin.length, pathEnd);
  const keyIndex = lastKeyIndex(segments);
  if (keyIndex === -1) {
    const last = segments.at(-1);
    return last && isCompressed(last.text)
      ? err({ code: 'digital-link/compressed', at: last.at })
      : err({ code: 'digital-link/no-key', at: origin.length });
  }

  const pairs = pairsFrom(uri, segments.slice(keyIndex));
  if (!pairs.ok) return pairs;
  const [key, ...qualifiers] = pairs.value;
  if (!key) return err({ code: 'digital-link/no-key', at: origin.length });
  const shape = shapeFault(key, qualifiers);
  if (shape) return err(shape);
  const padded = key.ai === '01' ? { ...key, value: key.value.padStart(14, '0') } : key;
  return ok({ key: padded, qualifiers, ...(uri[pathEnd] === '?' ? { queryAt: pathEnd + 1 } : {}) });
}

type Segment = { readonly text: string; readonly at: number };

function endOf(text: string, pattern: RegExp, from: number): number {
  const found = text.slice(from).search(pattern);
  return found === -1 ? text.length : from + found;
}

function segmentsOf(uri: string, from: number, to: number): readonly Segment[] {
  let at = from + 1;
  return uri
    .slice(at, to)
    .split('/')
    .map((text) => {
      const segment = { text, at };
      at += text.length + 1;
      return segment;
    });
}

/** Keys stand an odd number of segments before the end: each AI is followed by its value. */
function lastKeyIndex(segments: readonly Segment[]): number {
  for (let i = segments.length - 2; i >= 0; i -= 2) {
    if (digitalLinkKey(aiOfSegment(segments[i]?.text ?? ''))) return i;
  }
  return -1;
}

function pairsFrom(
  uri: string,
  segments: readonly Segment[],
): Result<readonly PlacedAi[], DigitalLinkPathError> {
  const pairs: PlacedAi[] = [];
  for (let i = 0; i + 1 < segments.length; i += 2) {
    const at = segments[i + 1]?.at ?? 0;
    const value = percentDecoded(segments[i + 1]?.text ?? '');
    if (value === undefined) return err({ code: 'digital-link/escape', at: uri.indexOf('%', at) });
    pairs.push({ ai: aiOfSegment(segments[i]?.text ?? ''), value, at });
  }
  return ok(pairs);
}

function shapeFault(key: PlacedAi, qualifiers: readonly PlacedAi[]): DigitalLinkPathError | undefined {
  const rule = digitalLinkKey(key.ai);
  if (!rule?.value.test(key.value)) return { code: 'digital-link/key-shape', at: key.at, ai: key.ai };
  const misplaced = rule.qualifiers
    .map((allowed) => firstOutOfOrder(qualifiers, allowed))
    .reduce((best, index) => Math.max(best, index), rule.qualifiers.length === 0 ? 0 : -1);
  const fault = qualifiers[misplaced];
  return fault ? { code: 'digital-link/qualifier', at: fault.at, ai: fault.ai } : undefined;
}

/** Index of the first qualifier that is not in `allowed` or stands before one it must follow, or is empty. */
function firstOutOfOrder(qualifiers: readonly PlacedAi[], allowed: readonly string[]): number {
  let next = 0;
  for (const [index, { ai, value }] of qualifiers.entries()) {
    const place = allowed.indexOf(ai, next);
    if (place === -1 || value === '') return index;
    next = place + 1;
  }
  return qualifiers.length;
}
