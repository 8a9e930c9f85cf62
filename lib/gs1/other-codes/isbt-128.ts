import type { LocalDate } from '../../kernel/local-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { dayOfYear } from './day-of.ts';
import type { ItemCode, ItemCodeError } from './item-code.ts';

/** A data structure of ISBT 128: how it opens, how long its content is, and what it says. */
interface Structure {
  readonly opens: RegExp;
  readonly length: number;
  readonly says: (content: string) => Result<Said, ItemCodeError>;
}

interface Said {
  readonly product?: string;
  readonly serial?: string;
  readonly lot?: string;
  readonly expiry?: LocalDate;
  readonly produced?: LocalDate;
  readonly donation?: string;
}

const nothing = (): Result<Said, ItemCodeError> => ok({});

/** Century, year, day of the year, and perhaps a time: `014032` is 1 February 2014. */
function day(content: string): Result<LocalDate, ItemCodeError> {
  if (!/^[0189]\d{5}(?:\d{4})?$/.test(content)) return err({ code: 'item/date', at: 0 });
  const century = { '0': 2000, '1': 2100, '8': 1800, '9': 1900 }[content[0] ?? ''] ?? 2000;
  return dayOfYear(century + Number(content.slice(1, 3)), Number(content.slice(3, 6)));
}

const dated =
  (name: 'expiry' | 'produced') =>
  (content: string): Result<Said, ItemCodeError> => {
    const read = day(content);
    return read.ok ? ok({ [name]: read.value }) : read;
  };

/** ISBT 128 Standard Technical Specification, table 5: those that symbols of products and devices carry. */
const STRUCTURES: readonly Structure[] = [
  { opens: /^=\+/, length: 5, says: nothing },
  { opens: /^=\//, length: 16, says: (product) => ok({ product }) },
  { opens: /^=</, length: 8, says: (product) => ok({ product }) },
  { opens: /^=\)/, length: 10, says: (product) => ok({ product }) },
  { opens: /^&\)/, length: 10, says: (lot) => ok({ lot }) },
  { opens: /^=,/, length: 6, says: (serial) => ok({ serial }) },
  { opens: /^=>/, length: 6, says: dated('expiry') },
  { opens: /^&>/, length: 10, says: dated('expiry') },
  { opens: /^=\}/, length: 6, says: dated('produced') },
  { opens: /^&\}/, length: 10, says: dated('produced') },
  { opens: /^=\*/, length: 6, says: nothing },
  { opens: /^&\*/, length: 10, says: nothing },
  { opens: /^=%/, length: 4, says: nothing },
  { opens: /^&,1/, length: 18, says: (lot) => ok({ lot: lot.replace(/^0+(?=.)/, '') }) },
  { opens: /^=(?=[A-NP-Z1-9])/, length: 15, says: (donation) => ok({ donation }) },
];

/** Does a message open as one of ISBT 128 may? */
export const isIsbt = (text: string): boolean => STRUCTURES.some(({ opens }) => opens.test(text));

/**
 * Reads an ISBT 128 message of one or more data structures (ICCBBA ST-001; for devices of human origin ST-011). The
 * serial number is told with the donation it belongs to, without which it would name many. Structures outside the
 * list are refused at their place: their length is not known, so what follows could not be trusted.
 */
export function parseIsbt128(text: string): Result<ItemCode, ItemCodeError> {
  let said: Said = {};
  let at = 0;
  while (at < text.length) {
    const one = readStructure(text, at);
    if (!one.ok) return one;
    said = { ...said, ...one.value.said };
    at = one.value.end;
  }
  const { product, donation, serial, ...others } = said;
  if (product === undefined) return err({ code: 'item/no-product', at: text.length });
  const whole = [donation, serial].filter((part) => part !== undefined).join('-');
  return ok({
    system: 'isbt-128',
    product,
    ...others,
    ...(whole !== '' && { serial: whole }),
    nationalNumbers: [],
  });
}

type Read = { readonly said: Said; readonly end: number };

function readStructure(text: string, at: number): Result<Read, ItemCodeError> {
  const rest = text.slice(at, at + 24);
  for (const { opens, length, says } of STRUCTURES) {
    const head = opens.exec(rest)?.[0];
    if (head === undefined) continue;
    const content = rest.slice(head.length, head.length + length);
    if (!(content.length === length && /^[0-9A-Za-z]+$/.test(content))) break;
    const said = says(content);
    const start = at + head.length;
    return said.ok
      ? ok({ said: said.value, end: start + length })
      : err({ ...said.error, at: start + said.error.at });
  }
  return err({ code: 'isbt/structure', at });
}
