/**
 * lib/gs1: identifiers, check digits, Application Identifiers, element strings and Digital Links, as GS1 writes
 * them (General Specifications, Digital Link URI Syntax, Tag Data Standard). Text in, text out: no clock, no I/O.
 */

/** An Application Identifier with its value, percent-encoding removed. */
export type AiValue = { readonly ai: string; readonly value: string };

/** What a GS1 identifier names, at its finest level: a primary key and at most one qualifier. */
export type Gs1Id = { readonly key: AiValue; readonly qualifier?: AiValue };

/** The resolver's domain that canonical Digital Links are written on. */
const CANONICAL = 'https://id.gs1.org';

/**
 * Percent-encoding of ordinary Digital Links: everything but RFC 3986's unreserved characters.
 * `encodeURIComponent` leaves five more alone.
 */
export const percentEncoded = (value: string): string =>
  UNRESERVED.test(value)
    ? value
    : encodeURIComponent(value).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );

/** What no encoding changes: most serial numbers, and by far the quicker question. */
const UNRESERVED = /^[A-Za-z0-9_.~-]*$/;

const pathOf = ({ key, qualifier }: Gs1Id, encode: (value: string) => string): string =>
  qualifier
    ? `${CANONICAL}/${key.ai}/${encode(key.value)}/${qualifier.ai}/${encode(qualifier.value)}`
    : `${CANONICAL}/${key.ai}/${encode(key.value)}`;

/** The canonical, constrained Digital Link of an identifier: the text two spellings of one thing share. */
export const canonicalUriOf = (id: Gs1Id): string => pathOf(id, percentEncoded);

/** As {@link canonicalUriOf}, but with ! ' ( ) * left as they are, which the CBV 2.0 event hash asks for. */
export const hashUriOf = (id: Gs1Id): string => pathOf(id, encodeURIComponent);
