import { err, ok, type Result } from '../kernel/result.ts';
import { checkDigit } from './check-digit.ts';
import { type Gtin, parseGtin } from './gtin.ts';

/** How many digits labeler, product and package have: three forms of ten digits, and the one of twelve from 2033. */
export type NdcFormat = '4-4-2' | '5-3-2' | '5-4-1' | '6-4-2';

/** A United States National Drug Code with its segments (21 CFR 207.33). Two codes are equal where all segments are. */
export interface Ndc {
  readonly format: NdcFormat;
  readonly labeler: string;
  readonly product: string;
  readonly package: string;
}

/** Why a text is no National Drug Code. */
export type NdcError =
  | { readonly code: 'ndc/character'; readonly at: number }
  /** Digits alone do not tell where the segments end. */
  | { readonly code: 'ndc/no-hyphens'; readonly digits: number }
  /** The billing form 5-4-2 has a zero added, and does not tell to which segment. */
  | { readonly code: 'ndc/billing-form' }
  | { readonly code: 'ndc/format'; readonly format: string };

const FORMATS: readonly NdcFormat[] = ['4-4-2', '5-3-2', '5-4-1', '6-4-2'];
const BILLING_DIGITS = 11;

/**
 * Reads a National Drug Code as labels and master data write it: segments with hyphens. Ten digits without hyphens,
 * and the eleven of a bill, name no one code, and are refused by name rather than guessed at.
 */
export function parseNdc(text: string): Result<Ndc, NdcError> {
  const foreign = text.search(/[^\d-]/);
  if (foreign !== -1) return err({ code: 'ndc/character', at: foreign });
  const digits = text.replaceAll('-', '');
  const segments = text.split('-');
  const format = segments.map(({ length }) => length).join('-');
  if (format === '5-4-2' || (segments.length === 1 && digits.length === BILLING_DIGITS)) {
    return err({ code: 'ndc/billing-form' });
  }
  if (segments.length === 1) return err({ code: 'ndc/no-hyphens', digits: digits.length });
  const known = FORMATS.find((one) => one === format);
  const [labeler = '', product = '', pack = ''] = segments;
  return known ? ok({ format: known, labeler, product, package: pack }) : err({ code: 'ndc/format', format });
}

/** `0001-0123-45`, as it is printed. */
export const ndcText = (ndc: Ndc): string => `${ndc.labeler}-${ndc.product}-${ndc.package}`;

/** The eleven digits of a bill, 5-4-2; `undefined` for a code whose labeler has six digits that do not begin with zero. */
export function billingDigitsOf(ndc: Ndc): string | undefined {
  const labeler = ndc.labeler.replace(/^0(?=\d{5}$)/, '').padStart(5, '0');
  return labeler.length > 5
    ? undefined
    : labeler + ndc.product.padStart(4, '0') + ndc.package.padStart(2, '0');
}

/** The same code in the form of 2033, each segment padded (Federal Register 2026-03-05): what two forms of one code share. */
export const twelveDigitNdcOf = (ndc: Ndc): Ndc => ({
  format: '6-4-2',
  labeler: ndc.labeler.padStart(6, '0'),
  product: ndc.product.padStart(4, '0'),
  package: ndc.package.padStart(2, '0'),
});

/**
 * The GTIN that an NDC of ten digits is embedded in under the GS1 prefix 03, at a packaging level from 0 (the unit of
 * sale) to 8. `undefined` for twelve digits, which have no place in a GTIN and travel in AI (715). The other way
 * round there is no function: a GTIN gives the digits and not the segments, and not every 03 is a drug, so the NDC
 * of a GTIN comes from master data.
 */
export function gtinOfNdc(ndc: Ndc, level: number): Gtin | undefined {
  const isLevel = Number.isInteger(level) && level >= 0 && level <= 8;
  if (ndc.format === '6-4-2' || !isLevel) return undefined;
  const body = `${level}03${ndc.labeler}${ndc.product}${ndc.package}`;
  const gtin = parseGtin(`${body}${checkDigit(body)}`);
  return gtin.ok ? gtin.value : undefined;
}

/**
 * Do master data that give this GTIN this NDC contradict themselves? `undefined` where the GTIN cannot tell: it is of
 * another prefix, or the code has twelve digits.
 */
export function ndcAgrees(ndc: Ndc, gtin: Gtin): boolean | undefined {
  const level = Number(gtin[0]);
  if (!/^\d03/.test(gtin) || ndc.format === '6-4-2' || level > 8) return undefined;
  return gtinOfNdc(ndc, level) === gtin;
}
