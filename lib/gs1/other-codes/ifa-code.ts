import { err, ok, type Result } from '../../kernel/result.ts';
import { parseExpiry } from '../expiry.ts';
import { GS } from '../group-separator.ts';
import { parseGtin } from '../gtin.ts';
import { isSoundPzn, type NationalNumber } from '../national-number.ts';
import { dayOf } from './day-of.ts';
import type { Envelope } from './iso-15434.ts';
import type { ItemCode, ItemCodeError } from './item-code.ts';

/** The product agency of the German PZN; a Pharmacy Product Number opens with its agency's code. */
const PZN_AGENCY = '11';

/** The data identifiers a medicine's symbol uses (IFA Coding System, ANSI MH10.8.2). */
const FIELD = /^(9N|8P|1T|16D|D|S)(.+)$/s;

type Field = { readonly value: string; readonly at: number };
type Fields = ReadonlyMap<string, Field>;

/**
 * Reads the content of an envelope of format 06 as IFA prescribes it for medicines: 9N product number, S serial
 * number, 1T batch, D expiry, 16D date of manufacture, 8P a GTIN that stands beside. The PPN's check digits are
 * judged; the PZN inside is told as a national number and never turned into a GTIN.
 */
export function parseIfaCode({ content, at }: Envelope, thisYear: number): Result<ItemCode, ItemCodeError> {
  const fields = fieldsIn(content, at);
  if (!fields.ok) return fields;
  const { value: found } = fields;
  const ppn = found.get('9N');
  if (!ppn) return err({ code: 'item/no-product', at: at + content.length });
  const fault = ppnFault(ppn);
  if (fault) return err(fault);

  const gtin = placed(found.get('8P'), parseGtin);
  if (!gtin.ok) return gtin;
  const expiry = placed(found.get('D'), (text) => parseExpiry(text, thisYear));
  if (!expiry.ok) return expiry;
  const produced = placed(found.get('16D'), dayOf);
  if (!produced.ok) return produced;
  const serial = found.get('S');
  const lot = found.get('1T');
  return ok({
    system: 'ifa',
    product: ppn.value,
    ...(gtin.value && { gtin: gtin.value }),
    ...(serial && { serial: serial.value }),
    ...(lot && { lot: lot.value }),
    ...(expiry.value && { expiry: expiry.value.date }),
    ...(produced.value && { produced: produced.value }),
    nationalNumbers: nationalNumbersOf(ppn.value),
  });
}

function fieldsIn(content: string, start: number): Result<Fields, ItemCodeError> {
  const fields = new Map<string, Field>();
  let at = start;
  for (const text of content.split(GS)) {
    const [, name = '', value = ''] = FIELD.exec(text) ?? [];
    if (name === '' && text !== '') return err({ code: 'iso-15434/field', at });
    if (fields.has(name)) return err({ code: 'iso-15434/field', at });
    if (name !== '') fields.set(name, { value, at: at + name.length });
    at += text.length + 1;
  }
  return ok(fields);
}

/** IFA: agency, number, and two digits that check both: characters weighed from 2 on, modulo 97. */
function ppnFault({ value, at }: Field): ItemCodeError | undefined {
  if (!/^[0-9A-Z]{3,20}\d\d$/.test(value)) return { code: 'ppn/shape', at };
  const body = value.slice(0, -2);
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += body.charCodeAt(i) * (i + 2);
  return sum % 97 === Number(value.slice(-2)) ? undefined : { code: 'ppn/check', at: at + body.length };
}

function nationalNumbersOf(ppn: string): readonly NationalNumber[] {
  if (!ppn.startsWith(PZN_AGENCY)) return [];
  const number = ppn.slice(PZN_AGENCY.length, -2);
  return [{ ai: '710', country: 'DE', name: 'PZN', number, sound: isSoundPzn(number) }];
}

/** A field's value as it is read, a fault placed in the whole text. */
function placed<T, E extends ItemCodeError>(
  field: Field | undefined,
  parse: (text: string) => Result<T, E>,
): Result<T | undefined, ItemCodeError> {
  if (!field) return ok(undefined);
  const parsed = parse(field.value);
  return parsed.ok ? parsed : err({ ...parsed.error, at: field.at + parsed.error.at });
}
