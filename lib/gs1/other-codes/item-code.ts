import type { LocalDate } from '../../kernel/local-date.ts';
import type { ExpiryError } from '../expiry.ts';
import type { Gtin, GtinError } from '../gtin.ts';
import type { NationalNumber } from '../national-number.ts';
import type { PackCodeError } from '../pack-code.ts';

/** Whose rules a code is written by. */
export type CodeSystem =
  /** GS1: element strings, Digital Links, and these in an ISO/IEC 15434 envelope of format 05. */
  | 'gs1'
  /** EAN and UPC of the shelf: a product and nothing else. */
  | 'retail'
  /** IFA, Germany: the Pharmacy Product Number in an ISO/IEC 15434 envelope of format 06. */
  | 'ifa'
  /** The Health Industry Business Communications Council: devices. */
  | 'hibc'
  /** ICCBBA, ISBT 128: blood, tissue and devices made of them. */
  | 'isbt-128';

/**
 * What a code says of the item in hand, whichever system it belongs to. A product is named by the code of its
 * system; a GTIN is only given where the code holds one, never computed from another number.
 */
export interface ItemCode {
  readonly system: CodeSystem;
  /** The product's code as its system writes it, check characters of the symbol removed. */
  readonly product: string;
  readonly gtin?: Gtin;
  readonly serial?: string;
  readonly lot?: string;
  /** The last day on which the item may be used. */
  readonly expiry?: LocalDate;
  readonly produced?: LocalDate;
  /** How many pieces the code stands for, where it says so. */
  readonly quantity?: number;
  readonly nationalNumbers: readonly NationalNumber[];
}

/** A serialised item is one of its kind; a retail code, or a batch alone, stands for many. */
export const isSerialised = ({ serial }: ItemCode): boolean => serial !== undefined;

/** Why a text is no code of an item. `at` counts characters of the text from 0. */
export type ItemCodeError =
  | PackCodeError
  | GtinError
  | ExpiryError
  | { readonly code: 'item/no-product'; readonly at: number }
  | { readonly code: 'item/date'; readonly at: number }
  | { readonly code: 'iso-15434/envelope'; readonly at: number }
  | { readonly code: 'iso-15434/format'; readonly at: number; readonly format: string }
  | { readonly code: 'iso-15434/field'; readonly at: number }
  | { readonly code: 'ppn/shape'; readonly at: number }
  | { readonly code: 'ppn/check'; readonly at: number }
  | { readonly code: 'hibc/shape'; readonly at: number }
  | { readonly code: 'hibc/check'; readonly at: number; readonly want: string }
  | { readonly code: 'hibc/secondary-alone'; readonly at: number }
  | { readonly code: 'isbt/structure'; readonly at: number };
