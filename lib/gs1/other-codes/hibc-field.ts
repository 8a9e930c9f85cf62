import type { LocalDate } from '../../kernel/local-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { parseExpiry } from '../expiry.ts';
import { dayOf, dayOfYear } from './day-of.ts';
import type { ItemCodeError } from './item-code.ts';

/** What secondary data say of an item. */
export interface SecondaryData {
  readonly serial?: string;
  readonly lot?: string;
  readonly expiry?: LocalDate;
  readonly produced?: LocalDate;
  readonly quantity?: number;
}

/**
 * Reads one field of secondary data without its slash (ANSI/HIBC 2.6, tables 1 to 3): `$` and `$$` batch, `$+` and
 * `$$+` serial number, with quantity and expiry between as their first digit says; `S`, `Q`, `14D`, `16D`.
 */
export function parseHibcField(field: string, thisYear: number): Result<SecondaryData, ItemCodeError> {
  const [head = ''] = /^(?:\$\$?\+?|14D|16D|S|Q|(?=\d{5}))/.exec(field) ?? [];
  const rest = field.slice(head.length);
  const read = READERS[head];
  const said = read?.(rest, thisYear) ?? err({ code: 'hibc/shape' as const, at: 0 });
  return said.ok ? said : err({ ...said.error, at: head.length + said.error.at });
}

type Reader = (rest: string, thisYear: number) => Result<SecondaryData, ItemCodeError>;

const READERS: Readonly<Record<string, Reader>> = {
  $: (lot) => ok(lot === '' ? {} : { lot }),
  '$+': (serial) => ok(serial === '' ? {} : { serial }),
  $$: (rest, thisYear) => dated(rest, thisYear, 'lot'),
  '$$+': (rest, thisYear) => dated(rest, thisYear, 'serial'),
  S: (serial) => ok({ serial }),
  Q: (digits) =>
    /^\d{1,5}$/.test(digits) ? ok({ quantity: Number(digits) }) : err({ code: 'hibc/shape', at: 0 }),
  '14D': (digits) => mapped(dayOf(digits), (expiry) => ({ expiry })),
  '16D': (digits) => mapped(dayOf(digits), (produced) => ({ produced })),
  /** The oldest form: year and day of the year, then the batch. */
  '': (rest, thisYear) => dated(`5${rest}`, thisYear, 'lot'),
};

/** What the digit before a date says of its form, and how long it is. */
const DATES: Readonly<Record<string, readonly [length: number, order: string]>> = {
  '2': [6, 'MMDDYY'],
  '3': [6, 'YYMMDD'],
  '4': [8, 'YYMMDDHH'],
  '5': [5, 'YYJJJ'],
  '6': [7, 'YYJJJHH'],
  '7': [0, ''],
};

const QUANTITY_DIGITS: Readonly<Record<string, number>> = { '8': 2, '9': 5 };

/** Quantity if any, date if any, and what is left: the batch or the serial number. */
function dated(text: string, thisYear: number, what: 'lot' | 'serial'): Result<SecondaryData, ItemCodeError> {
  const digits = QUANTITY_DIGITS[text[0] ?? ''] ?? 0;
  const at = digits === 0 ? 0 : 1 + digits;
  const quantity = text.slice(1, at);
  if (digits > 0 && !(quantity.length === digits && /^\d+$/.test(quantity))) {
    return err({ code: 'hibc/shape', at: 1 });
  }
  const date = dateAt(text, at, thisYear);
  if (!date.ok) return date;
  const name = text.slice(date.value.end);
  return ok({
    ...(digits > 0 && { quantity: Number(quantity) }),
    ...(date.value.expiry && { expiry: date.value.expiry }),
    ...(name !== '' && { [what]: name }),
  });
}

type DateFound = { readonly expiry?: LocalDate; readonly end: number };

/**
 * Without a form of its own, a date is MMYY: the item may be used to the end of that month. Behind a quantity there
 * may be none.
 */
function dateAt(text: string, at: number, thisYear: number): Result<DateFound, ItemCodeError> {
  const form = DATES[text[at] ?? ''];
  const isNamed = at > 0 && !form && !/^\d{4}/.test(text.slice(at));
  if (isNamed) return ok({ end: at });
  const [length, order] = form ?? [4, 'MMYY'];
  const start = form ? at + 1 : at;
  const end = start + length;
  const digits = text.slice(start, end);
  if (start === end || start >= text.length) return ok({ end: start });
  if (digits.length < length || !/^\d+$/.test(digits)) return err({ code: 'item/date', at: start });
  const expiry = expiryOf(order, digits, thisYear);
  return expiry.ok ? ok({ expiry: expiry.value, end }) : err({ code: 'item/date', at: start });
}

function expiryOf(order: string, digits: string, thisYear: number): Result<LocalDate, unknown> {
  const part = (letters: string): string => {
    const from = order.indexOf(letters);
    return from === -1 ? '00' : digits.slice(from, from + letters.length);
  };
  const inYear = order.includes('JJJ');
  const read = parseExpiry(part('YY') + (inYear ? '0101' : part('MM') + part('DD')), thisYear);
  if (!read.ok) return read;
  return inYear ? dayOfYear(Number(read.value.date.slice(0, 4)), Number(part('JJJ'))) : ok(read.value.date);
}

const mapped = <T, E extends ItemCodeError>(
  result: Result<T, E>,
  map: (value: T) => SecondaryData,
): Result<SecondaryData, ItemCodeError> => (result.ok ? ok(map(result.value)) : result);
