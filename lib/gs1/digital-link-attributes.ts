import { err, ok, type Result } from '../kernel/result.ts';
import { aiEntry } from './ai-table.ts';
import type { PlacedAi } from './digital-link-path.ts';
import { percentDecoded } from './percent-decoded.ts';

/** Why the query of a Digital Link is refused. `at` counts characters of the link from 0. */
export type DigitalLinkAttributeError =
  | { readonly code: 'digital-link/attribute'; readonly at: number; readonly ai: string }
  | { readonly code: 'digital-link/escape'; readonly at: number };

/** AIs that only have a meaning in the path or in a symbol, never in a query (GS1 Barcode Syntax Dictionary). */
const NOT_ATTRIBUTES = new Set(
  '03 21 22 235 254 7040 7041 8011 8014 8019 8020 8040 8041 8042 8043 8200'.split(' '),
);

/** May this AI stand in the query of a Digital Link? */
export const mayBeAttribute = (ai: string): boolean => aiEntry(ai) !== undefined && !NOT_ATTRIBUTES.has(ai);

/**
 * The AIs of a query that begins at `queryAt` of `uri`; in a query `+` is a space. A name of digits alone that
 * is no AI, or no attribute, or has no value, is refused; names with other characters are other people's.
 */
export function readDigitalLinkAttributes(
  uri: string,
  queryAt: number,
): Result<readonly PlacedAi[], DigitalLinkAttributeError> {
  const fragmentAt = uri.indexOf('#', queryAt);
  const attributes: PlacedAi[] = [];
  let at = queryAt;
  for (const pair of uri.slice(queryAt, fragmentAt === -1 ? undefined : fragmentAt).split('&')) {
    const equals = pair.indexOf('=');
    const ai = equals === -1 ? '' : pair.slice(0, equals);
    if (/^\d+$/.test(ai)) {
      const attribute = readAttribute(ai, pair.slice(equals + 1), at + equals + 1);
      if (!attribute.ok) return attribute;
      attributes.push(attribute.value);
    }
    at += pair.length + 1;
  }
  return ok(attributes);
}

function readAttribute(ai: string, written: string, at: number): Result<PlacedAi, DigitalLinkAttributeError> {
  const value = percentDecoded(written.replaceAll('+', ' '));
  if (value === undefined) return err({ code: 'digital-link/escape', at });
  if (value === '' || !mayBeAttribute(ai)) {
    return err({ code: 'digital-link/attribute', at, ai });
  }
  const isShortGtin = ai === '01' && /^(?:\d{8}|\d{12,13})$/.test(value);
  return ok({ ai, value: isShortGtin ? value.padStart(14, '0') : value, at });
}
