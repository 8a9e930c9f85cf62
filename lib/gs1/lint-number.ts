import { numeric } from './lint-charset.ts';
import { characterFault, type LintFault, whole } from './lint-fault.ts';

/** Nothing but zeros. */
export const zero = (text: string): LintFault | undefined =>
  /^0*$/.test(text) ? undefined : whole('not-zero', text);

/** Digits that are not all zero. */
export const nonzero = (text: string): LintFault | undefined =>
  numeric(text) ?? (/[1-9]/.test(text) ? undefined : whole('zero', text));

/** Digits without a leading zero. */
export const nozeroprefix = (text: string): LintFault | undefined =>
  numeric(text) ?? (/^0./.test(text) ? { rule: 'zero-prefix', at: 0, length: 1 } : undefined);

/** Some character that is no digit. */
export const hasnondigit = (text: string): LintFault | undefined =>
  /[^0-9]/.test(text) ? undefined : whole('only-digits', text);

/** Hyphens only. */
export const hyphen = (text: string): LintFault | undefined =>
  /^-*$/.test(text) ? undefined : whole('hyphen', text);

/** Piece and total in halves of equal length, neither zero, the piece no greater than the total. */
export function pieceoftotal(text: string): LintFault | undefined {
  const foreign = numeric(text);
  if (foreign) return foreign;
  const half = text.length / 2;
  if (text === '' || !Number.isInteger(half)) return whole('piece-of-total', text);
  const piece = text.slice(0, half);
  const total = text.slice(half);
  if (Number(piece) === 0) return { rule: 'piece-of-total', at: 0, length: half };
  if (Number(total) === 0) return { rule: 'piece-of-total', at: half, length: half };
  return piece > total ? whole('piece-of-total', text) : undefined;
}

/** `position/end` without leading zeros, the position no greater than the end. */
export function posinseqslash(text: string): LintFault | undefined {
  const [matched, position = '', end = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (matched === undefined) return whole('position', text);
  if (position.startsWith('0')) return { rule: 'zero-prefix', at: 0, length: position.length };
  if (end.startsWith('0')) return { rule: 'zero-prefix', at: position.length + 1, length: end.length };
  return Number(position) > Number(end) ? whole('position', text) : undefined;
}

/** Ten digits, degrees from -90 in ten-millionths. */
export const latitude = (text: string): LintFault | undefined => angle(text, 'latitude', 1_800_000_000);

/** Ten digits, degrees from -180 in ten-millionths. */
export const longitude = (text: string): LintFault | undefined => angle(text, 'longitude', 3_600_000_000);

function angle(text: string, rule: 'latitude' | 'longitude', greatest: number): LintFault | undefined {
  if (text.length !== 10) return whole(rule, text);
  return numeric(text) ?? (Number(text) > greatest ? whole(rule, text) : undefined);
}

/** Each percent sign opens an escape of two hexadecimal digits. */
export function pcenc(text: string): LintFault | undefined {
  const at = text.search(/%(?![0-9A-Fa-f]{2})/);
  return at === -1 ? undefined : { rule: 'percent-escape', at, length: Math.min(3, text.length - at) };
}

/** An International Bank Account Number (ISO 13616): 10 to 34 characters whose remainder modulo 97 is 1. */
export function iban(text: string): LintFault | undefined {
  if (text.length < 10) return whole('too-short', text);
  if (text.length > 34) return whole('too-long', text);
  const foreign = characterFault(text, /[^0-9A-Z]/);
  if (foreign) return foreign;
  if (!/^[A-Z]{2}/.test(text)) return { rule: 'iban', at: 0, length: 2 };
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1 ? undefined : { rule: 'iban', at: 2, length: 2 };
}
