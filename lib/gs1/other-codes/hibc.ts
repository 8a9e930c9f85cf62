import { err, ok, type Result } from '../../kernel/result.ts';
import { parseHibcField, type SecondaryData } from './hibc-field.ts';
import type { ItemCode, ItemCodeError } from './item-code.ts';

/** The characters of Code 39 in the order of their values: what a HIBC may hold. */
const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** Labeler, product number, unit of measure. */
const PRIMARY = /^[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}\d$/;

const isSecondary = (body: string): boolean => /^(?:\$|\d{5})/.test(body);

/**
 * Reads a Health Industry Bar Code (ANSI/HIBC 2.6): `+`, labeler and product, then, behind slashes, batch, serial
 * number, expiry, date of manufacture and quantity, and one character that checks them all. A secondary symbol
 * alone names no product: it is told as such, for the primary one stands beside it.
 */
export function parseHibc(text: string, thisYear: number): Result<ItemCode, ItemCodeError> {
  if (!/^\+[0-9A-Z\-. $/+%]{2,}$/.test(text)) return err({ code: 'hibc/shape', at: shapeFaultAt(text) });
  const want = checkCharacter(text.slice(0, -1));
  const end = text.length - 1;
  if (text[end] !== want) return err({ code: 'hibc/check', at: end, want });
  const body = text.slice(1, end);
  if (isSecondary(body)) return err({ code: 'hibc/secondary-alone', at: 1 });

  const [product = '', ...fields] = body.split('/');
  if (!PRIMARY.test(product)) return err({ code: 'hibc/shape', at: 1 });
  const said = secondaryIn(fields, 1 + product.length + 1, thisYear);
  return said.ok
    ? ok({ system: 'hibc', product: product.slice(0, -1), ...said.value, nationalNumbers: [] })
    : said;
}

function shapeFaultAt(text: string): number {
  const foreign = text.search(/[^0-9A-Z\-. $/+%]/);
  return foreign === -1 ? text.length : foreign;
}

function secondaryIn(
  fields: readonly string[],
  start: number,
  thisYear: number,
): Result<SecondaryData, ItemCodeError> {
  let said: SecondaryData = {};
  let at = start;
  for (const field of fields) {
    const one = parseHibcField(field, thisYear);
    if (!one.ok) return err({ ...one.error, at: at + one.error.at });
    said = { ...said, ...one.value };
    at += field.length + 1;
  }
  return ok(said);
}

/** The values of all characters before it, modulo 43. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (const character of text) sum += VALUES.indexOf(character);
  return VALUES[sum % VALUES.length] ?? '';
}
