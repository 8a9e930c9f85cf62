import { err, ok, type Result } from '../../kernel/result.ts';
import { splitAimPrefix } from '../aim-prefix.ts';
import { parseBracketedText } from '../bracketed-text.ts';
import type { PlacedAi } from '../digital-link-path.ts';
import { parseElementString } from '../element-string.ts';
import { parseExpiry } from '../expiry.ts';
import { parseGtin } from '../gtin.ts';
import { nationalNumbersIn } from '../national-number.ts';
import { parseHibc } from './hibc.ts';
import { parseIfaCode } from './ifa-code.ts';
import { isIsbt, parseIsbt128 } from './isbt-128.ts';
import { isEnvelope, openEnvelope } from './iso-15434.ts';
import type { ItemCode, ItemCodeError } from './item-code.ts';

/**
 * Reads whatever code a counter meets, as a scanner sends it (AIM prefix allowed): GS1 in every form, EAN and UPC of
 * the shelf, IFA's PPN, HIBC and ISBT 128. `thisYear` chooses the century of dates with two digits. A code of
 * eight to fourteen digits without prefix is taken for the shelf's. Errors keep their place in the text.
 */
export function parseItemCode(text: string, thisYear: number): Result<ItemCode, ItemCodeError> {
  const { dataAt, identifier, kind } = splitAimPrefix(text);
  const data = text.slice(dataAt);
  if (kind === 'gs1') return gs1Item(parseElementString(text), thisYear, text.length);
  const read = kind === 'retail' ? retailItem(data) : otherItem(data, thisYear, identifier !== undefined);
  if (read) return read.ok ? read : err({ ...read.error, at: read.error.at + dataAt });
  const elements = text.startsWith('(') ? parseBracketedText(text) : parseElementString(text);
  return gs1Item(elements, thisYear, text.length);
}

/** `undefined` where the data do not open as a code of another system. */
function otherItem(
  data: string,
  thisYear: number,
  hasPrefix: boolean,
): Result<ItemCode, ItemCodeError> | undefined {
  if (isEnvelope(data)) return envelopedItem(data, thisYear);
  if (data.startsWith('+')) return parseHibc(data, thisYear);
  if (isIsbt(data)) return parseIsbt128(data);
  return !hasPrefix && /^(?:\d{8}|\d{12,14})$/.test(data) ? retailItem(data) : undefined;
}

const GS1_FORMAT = '05';
const DATA_IDENTIFIERS = '06';

function envelopedItem(data: string, thisYear: number): Result<ItemCode, ItemCodeError> {
  const envelope = openEnvelope(data);
  if (!envelope.ok) return envelope;
  const { format, content, at } = envelope.value;
  if (format === DATA_IDENTIFIERS) return parseIfaCode(envelope.value, thisYear);
  if (format !== GS1_FORMAT) return err({ code: 'iso-15434/format', at: at - 3, format });
  const item = gs1Item(parseElementString(content), thisYear, content.length);
  return item.ok ? item : err({ ...item.error, at: item.error.at + at });
}

/** A code of the shelf names a product and no pack; digits added on for composites are not read. */
function retailItem(data: string): Result<ItemCode, ItemCodeError> {
  const gtin = parseGtin(data.replace(/\|\]e0.*$/s, ''));
  return gtin.ok
    ? ok({ system: 'retail', product: gtin.value, gtin: gtin.value, nationalNumbers: [] })
    : gtin;
}

function gs1Item(
  read: Result<readonly PlacedAi[], ItemCodeError>,
  thisYear: number,
  length: number,
): Result<ItemCode, ItemCodeError> {
  if (!read.ok) return read;
  const elements = read.value;
  const find = (ai: string): PlacedAi | undefined => elements.find((element) => element.ai === ai);
  const product = find('01');
  if (!product) return err({ code: 'item/no-product', at: length });
  const gtin = parseGtin(product.value);
  if (!gtin.ok) return err({ ...gtin.error, at: product.at + gtin.error.at });

  const expiry = dateOf(find('17'), thisYear);
  if (!expiry.ok) return expiry;
  const produced = dateOf(find('11'), thisYear);
  if (!produced.ok) return produced;
  const serial = find('21');
  const lot = find('10');
  const count = find('30');
  return ok({
    system: 'gs1',
    product: gtin.value,
    gtin: gtin.value,
    ...(serial && { serial: serial.value }),
    ...(lot && { lot: lot.value }),
    ...(expiry.value && { expiry: expiry.value }),
    ...(produced.value && { produced: produced.value }),
    ...(count && { quantity: Number(count.value) }),
    nationalNumbers: nationalNumbersIn(elements),
  });
}

function dateOf(element: PlacedAi | undefined, thisYear: number): Result<ItemCode['expiry'], ItemCodeError> {
  if (!element) return ok(undefined);
  const date = parseExpiry(element.value, thisYear);
  return date.ok ? ok(date.value.date) : err({ ...date.error, at: element.at + date.error.at });
}
