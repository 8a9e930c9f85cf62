import { checkDigit } from './check-digit.ts';
import type { Gs1Id } from './gs1-id.ts';

/** The parts of an EPC URN between its scheme and its end, escapes removed. */
export type EpcParts = {
  readonly companyPrefix: string;
  readonly reference: string;
  /** What follows the reference; absent in schemes without a serial and in patterns. */
  readonly serial?: string;
};

/** How one EPC scheme maps to a GS1 key (Tag Data Standard 6.3 and 7). */
export type EpcScheme = {
  /** Digits or characters of company prefix and reference together. */
  readonly bodyLength: { readonly min: number; readonly max: number };
  readonly reference: RegExp;
  /** The serial part; `undefined` where the scheme has none. */
  readonly serial?: RegExp;
  /** What a pattern keeps of the serial part before its `.*`; patterns of most schemes are `*` alone. */
  readonly beforeStar?: RegExp;
  readonly id: (parts: EpcParts) => Gs1Id;
};

const DIGITS = /^\d*$/;
const REST = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;
const CPI = /^[#\-/0-9A-Z]+$/;

const exactly = (length: number) => ({ min: length, max: length });
const upTo = (max: number) => ({ min: 7, max });
const upToLong = (longest: number) => new RegExp(`^[!"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]{1,${longest}}$`);

const withCheckDigit = (body: string): string => `${body}${checkDigit(body)}`;

/** GTIN: the first digit of the item reference is the indicator and moves to the front. */
const gtinOf = ({ companyPrefix, reference }: EpcParts): string =>
  withCheckDigit(reference.slice(0, 1) + companyPrefix + reference.slice(1));

const plain = ({ companyPrefix, reference }: EpcParts): string => companyPrefix + reference;

const qualified = (keyAi: string, value: string, ai: string, serial: string | undefined): Gs1Id =>
  serial === undefined
    ? { key: { ai: keyAi, value } }
    : { key: { ai: keyAi, value }, qualifier: { ai, value: serial } };

/** A key of digits and check digit with the serial written straight behind it. */
const appended =
  (ai: string, lead = '') =>
  (parts: EpcParts): Gs1Id => ({
    key: { ai, value: withCheckDigit(lead + plain(parts)) + (parts.serial ?? '') },
  });

const gtinScheme = (ai: string, longest: number): EpcScheme => ({
  bodyLength: exactly(13),
  reference: DIGITS,
  serial: upToLong(longest),
  id: (parts) => qualified('01', gtinOf(parts), ai, parts.serial),
});

/** ITIP: piece and total stand between the item reference and the serial: `01.02.serial`. */
const ITIP: EpcScheme = {
  bodyLength: exactly(13),
  reference: DIGITS,
  serial: /^\d{2}\.\d{2}\.[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/,
  beforeStar: /^\d{2}\.\d{2}$/,
  id: (parts) => {
    const [piece = '', total = '', ...rest] = (parts.serial ?? '').split('.');
    const serial = rest.length > 0 ? rest.join('.') : undefined;
    return qualified('8006', gtinOf(parts) + piece + total, '21', serial);
  },
};

/** Schemes of `urn:epc:id:`. Those that name no GS1 key (gid, usdod, adi, bic, imovgn) are not here. */
export const EPC_SCHEMES: Readonly<Record<string, EpcScheme>> = {
  sgtin: gtinScheme('21', 20),
  upui: gtinScheme('235', 28),
  itip: ITIP,
  sscc: {
    bodyLength: exactly(17),
    reference: DIGITS,
    id: (parts) => ({ key: { ai: '00', value: gtinOf(parts) } }),
  },
  sgln: {
    bodyLength: exactly(12),
    reference: DIGITS,
    serial: upToLong(20),
    id: (parts) =>
      qualified('414', withCheckDigit(plain(parts)), '254', parts.serial === '0' ? undefined : parts.serial),
  },
  pgln: { bodyLength: exactly(12), reference: DIGITS, id: appended('417') },
  grai: { bodyLength: exactly(12), reference: DIGITS, serial: upToLong(16), id: appended('8003', '0') },
  gdti: { bodyLength: exactly(12), reference: DIGITS, serial: upToLong(17), id: appended('253') },
  sgcn: { bodyLength: exactly(12), reference: DIGITS, serial: /^\d{1,12}$/, id: appended('255') },
  gsrn: { bodyLength: exactly(17), reference: DIGITS, id: appended('8018') },
  gsrnp: { bodyLength: exactly(17), reference: DIGITS, id: appended('8017') },
  gsin: { bodyLength: exactly(16), reference: DIGITS, id: appended('402') },
  giai: {
    bodyLength: upTo(30),
    reference: REST,
    id: (parts) => ({ key: { ai: '8004', value: plain(parts) } }),
  },
  ginc: {
    bodyLength: upTo(30),
    reference: REST,
    id: (parts) => ({ key: { ai: '401', value: plain(parts) } }),
  },
  cpi: {
    bodyLength: upTo(30),
    reference: CPI,
    serial: /^\d{1,12}$/,
    id: (parts) => qualified('8010', plain(parts), '8011', parts.serial),
  },
};

/** Schemes of `urn:epc:class:`. */
export const EPC_CLASS_SCHEMES: Readonly<Record<string, EpcScheme>> = { lgtin: gtinScheme('10', 20) };
