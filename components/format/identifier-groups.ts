import { parseGln } from '../../lib/gs1/gln.ts';
import { parseGtin } from '../../lib/gs1/gtin.ts';
import { glnText, gtinText, ssccText } from '../../lib/gs1/gtin-text.ts';
import { parseSscc } from '../../lib/gs1/sscc.ts';

export type IdentifierKind = 'gtin' | 'gln' | 'sscc' | 'serial' | 'batch' | 'hash' | 'event';

/** A stretch of an identifier, with its place in it (characters, from 0). */
export interface IdentifierGroup {
  readonly at: number;
  readonly text: string;
}

/**
 * The groups an identifier is read in. Serials and batches have no inner structure and stay whole, since a gap
 * might be taken for a character; so does a number whose check digit is wrong.
 */
export function identifierGroups(kind: IdentifierKind, value: string): readonly IdentifierGroup[] {
  let at = 0;
  return readableText(kind, value)
    .split(' ')
    .map((text) => {
      at += text.length;
      return { at: at - text.length, text };
    });
}

function readableText(kind: IdentifierKind, value: string): string {
  if (kind === 'gtin') return textOr(value, parseGtin(value), gtinText);
  if (kind === 'gln') return textOr(value, parseGln(value), glnText);
  if (kind === 'sscc') return textOr(value, parseSscc(value), ssccText);
  return value;
}

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

const textOr = <T>(value: string, parsed: Parsed<T>, text: (parsed: T) => string): string =>
  parsed.ok ? text(parsed.value) : value;
