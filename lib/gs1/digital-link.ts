import { err, ok, type Result } from '../kernel/result.ts';
import { aiEntry } from './ai-table.ts';
import { aiValueFault } from './ai-value.ts';
import { readDigitalLinkAttributes } from './digital-link-attributes.ts';
import { type DigitalLinkPathError, type PlacedAi, parseDigitalLinkPath } from './digital-link-path.ts';
import type { Gln } from './gln.ts';
import { canonicalUriOf } from './gs1-id.ts';
import type { Gtin } from './gtin.ts';
import type { LintRule } from './lint-fault.ts';
import type { Lot } from './lot.ts';
import { encodedIndex, percentDecoded } from './percent-decoded.ts';
import type { Serial } from './serial.ts';
import type { Sscc } from './sscc.ts';

/** A Digital Link taken apart. Positions count characters of the link from 0. */
export type DigitalLink = {
  readonly key: PlacedAi;
  readonly qualifiers: readonly PlacedAi[];
  /** AIs of the query, such as 17; other query parameters are not GS1's and are left out. */
  readonly attributes: readonly PlacedAi[];
};

/** Why a text is no Digital Link. */
export type DigitalLinkError =
  | DigitalLinkPathError
  | { readonly code: 'digital-link/value'; readonly at: number; readonly ai: string; readonly rule: LintRule }
  | { readonly code: 'digital-link/attribute'; readonly at: number; readonly ai: string }
  | { readonly code: 'digital-link/repeated'; readonly at: number; readonly ai: string };

/**
 * Reads a GS1 Digital Link of any domain (Digital Link URI Syntax 1.4): path and query, every value judged by
 * the rules of its AI, check digits included. GTINs come back with fourteen digits; the words of version 1.1
 * (`/gtin/`, `/ser/`) are understood.
 */
export function parseDigitalLink(uri: string): Result<DigitalLink, DigitalLinkError> {
  const path = parseDigitalLinkPath(uri);
  if (!path.ok) return path;
  const { key, qualifiers, queryAt } = path.value;
  const attributes = queryAt === undefined ? ok([]) : readDigitalLinkAttributes(uri, queryAt);
  if (!attributes.ok) return attributes;

  const seen = new Set<string>();
  for (const { ai, value, at } of [key, ...qualifiers, ...attributes.value]) {
    if (seen.has(ai)) return err({ code: 'digital-link/repeated', at, ai });
    seen.add(ai);
    const entry = aiEntry(ai);
    const fault = entry && aiValueFault(entry, value);
    if (fault) {
      return err({
        code: 'digital-link/value',
        at: at + writtenAt(uri, at, value, fault.at),
        ai,
        rule: fault.rule,
      });
    }
  }
  return ok({ key, qualifiers, attributes: attributes.value });
}

/**
 * How far behind `at` the character `index` of a value was written: escapes are longer, padding was not there.
 * What comes before the first fault of a value is ASCII.
 */
function writtenAt(uri: string, at: number, value: string, index: number): number {
  const written = /^[^/?#&]*/.exec(uri.slice(at))?.[0] ?? '';
  const padding = value.length - (percentDecoded(written)?.length ?? 0);
  return encodedIndex(written, Math.max(0, index - padding));
}

/** The canonical Digital Link of one serialised item. */
export const sgtinUri = (gtin: Gtin, serial: Serial): string =>
  canonicalUriOf({ key: { ai: '01', value: gtin }, qualifier: { ai: '21', value: serial } });

/** The canonical Digital Link of one batch of a product. */
export const lgtinUri = (gtin: Gtin, lot: Lot): string =>
  canonicalUriOf({ key: { ai: '01', value: gtin }, qualifier: { ai: '10', value: lot } });

/** The canonical Digital Link of a product. */
export const gtinUri = (gtin: Gtin): string => canonicalUriOf({ key: { ai: '01', value: gtin } });

/** The canonical Digital Link of a logistic unit. */
export const ssccUri = (sscc: Sscc): string => canonicalUriOf({ key: { ai: '00', value: sscc } });

/** The canonical Digital Link of a place, AI (414), with the extension (254) of a place within it if one is given. */
export const glnUri = (gln: Gln, extension?: string): string =>
  canonicalUriOf({
    key: { ai: '414', value: gln },
    ...(extension === undefined ? {} : { qualifier: { ai: '254', value: extension } }),
  });

/** The canonical Digital Link of a party, AI (417). */
export const partyUri = (gln: Gln): string => canonicalUriOf({ key: { ai: '417', value: gln } });
