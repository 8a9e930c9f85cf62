import { checkDigit } from './check-digit.ts';
import type { Gs1Id } from './gs1-id.ts';

const CANONICAL = 'https://id.gs1.org/01/';
const GTIN_END = CANONICAL.length + 14;
const SERIAL_AT = GTIN_END + '/21/'.length;
const DIGITS = /^\d{14}$/;
/** Characters of set 82 that are written as they are everywhere. */
const PLAIN_SERIAL = /^[A-Za-z0-9_-]{1,20}$/;

/**
 * The pack that a link names which is canonical already and holds nothing to decode: a commissioning names such links by the hundred
 * thousand, and the parser for all links takes ten times as long. `undefined` says nothing of the link: ask that parser.
 */
export function plainSgtinOf(uri: string): Gs1Id | undefined {
  if (!uri.startsWith(CANONICAL) || uri.slice(GTIN_END, SERIAL_AT) !== '/21/') return undefined;
  const gtin = uri.slice(CANONICAL.length, GTIN_END);
  const serial = uri.slice(SERIAL_AT);
  if (!DIGITS.test(gtin) || !PLAIN_SERIAL.test(serial)) return undefined;
  if (Number(gtin[13]) !== checkDigit(gtin.slice(0, 13))) return undefined;
  return { key: { ai: '01', value: gtin }, qualifier: { ai: '21', value: serial } };
}
