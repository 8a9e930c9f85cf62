import { err, ok, type Result } from '../kernel/result.ts';
import type { AiValue, Gs1Id } from './gs1-id.ts';

/** Why an identifier has no EPC URN. */
export type EpcUrnOfError =
  | { readonly code: 'epc/no-scheme'; readonly ai: string }
  | { readonly code: 'epc/company-prefix-length'; readonly length: number };

/**
 * The EPC URN of a GS1 identifier whose company prefix has `companyPrefixLength` digits, 6 to 12 (Tag Data Standard
 * 6.3). A Digital Link does not tell that length: it comes from master data, or from a URN of the same party. A
 * product without serial becomes the pattern of its class.
 */
export function epcUrnOf(id: Gs1Id, companyPrefixLength: number): Result<string, EpcUrnOfError> {
  const { key, qualifier } = id;
  const scheme = Object.hasOwn(SCHEMES, key.ai) ? SCHEMES[key.ai] : undefined;
  const parts = scheme?.(key.value, qualifier);
  if (!parts) return err({ code: 'epc/no-scheme', ai: key.ai });
  const prefix = parts.body.slice(0, companyPrefixLength);
  const isWhole = companyPrefixLength >= 6 && companyPrefixLength <= 12 && /^\d+$/.test(prefix);
  if (!isWhole || prefix.length !== companyPrefixLength) {
    return err({ code: 'epc/company-prefix-length', length: companyPrefixLength });
  }
  const reference = urnEncoded(parts.lead + parts.body.slice(companyPrefixLength));
  return ok(`urn:epc:${parts.scheme}:${prefix}.${reference}${parts.rest}`);
}

/** A key as its URN has it: `lead` is the digit that moves behind the company prefix, `rest` what follows the reference. */
interface Parts {
  readonly scheme: string;
  readonly lead: string;
  readonly body: string;
  readonly rest: string;
}

type Scheme = (value: string, qualifier: AiValue | undefined) => Parts | undefined;

/** Characters of set 82 that a URN escapes (Tag Data Standard, table A-1), and `#` of set 39. */
const urnEncoded = (text: string): string =>
  text.replace(/["%&/<>?#]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const serialPart = (serial: string): string => `.${urnEncoded(serial)}`;

/** Indicator or extension digit, then prefix and reference, then the check digit. */
const withLead = (value: string) => ({ lead: value.slice(0, 1), body: value.slice(1, -1) });

/** A key of `digits` digits from `from` on, the last of them its check digit, with any serial straight behind. */
const serialised =
  (name: string, digits: number, from = 0): Scheme =>
  (value) => {
    const key = { lead: '', body: value.slice(from, digits - 1) };
    const serial = value.slice(digits);
    return serial === ''
      ? { ...key, scheme: `idpat:${name}`, rest: '.*' }
      : { ...key, scheme: `id:${name}`, rest: serialPart(serial) };
  };

/** A key of digits and check digit without serial. */
const plain =
  (name: string): Scheme =>
  (value, qualifier) =>
    qualifier ? undefined : { scheme: `id:${name}`, lead: '', body: value.slice(0, -1), rest: '' };

/** A key of prefix and reference alone. */
const alone =
  (name: string): Scheme =>
  (value, qualifier) =>
    qualifier ? undefined : { scheme: `id:${name}`, lead: '', body: value, rest: '' };

const GTIN_SCHEMES: Readonly<Record<string, string>> = {
  '21': 'id:sgtin',
  '10': 'class:lgtin',
  '235': 'id:upui',
};

const gtin: Scheme = (value, qualifier) => {
  if (!qualifier) return { scheme: 'idpat:sgtin', ...withLead(value), rest: '.*' };
  const scheme = GTIN_SCHEMES[qualifier.ai];
  return scheme === undefined ? undefined : { scheme, ...withLead(value), rest: serialPart(qualifier.value) };
};

/** Of a place without extension, the extension is written 0. */
const gln: Scheme = (value, qualifier) =>
  qualifier && qualifier.ai !== '254'
    ? undefined
    : { scheme: 'id:sgln', lead: '', body: value.slice(0, -1), rest: serialPart(qualifier?.value ?? '0') };

const component: Scheme = (value, qualifier) => {
  if (!qualifier) return { scheme: 'idpat:cpi', lead: '', body: value, rest: '.*' };
  return qualifier.ai === '8011'
    ? { scheme: 'id:cpi', lead: '', body: value, rest: serialPart(qualifier.value) }
    : undefined;
};

/** A piece of a trade item: GTIN, piece and total, serial. */
const piece: Scheme = (value, qualifier) => {
  const key = withLead(value.slice(0, 14));
  const place = `.${value.slice(14, 16)}.${value.slice(16)}`;
  if (!qualifier) return { scheme: 'idpat:itip', ...key, rest: `${place}.*` };
  return qualifier.ai === '21'
    ? { scheme: 'id:itip', ...key, rest: place + serialPart(qualifier.value) }
    : undefined;
};

const SCHEMES: Readonly<Record<string, Scheme>> = {
  '00': (value) => ({ scheme: 'id:sscc', ...withLead(value), rest: '' }),
  '01': gtin,
  '253': serialised('gdti', 13),
  '255': serialised('sgcn', 13),
  '401': alone('ginc'),
  '402': plain('gsin'),
  '414': gln,
  '417': plain('pgln'),
  '8003': serialised('grai', 14, 1),
  '8004': alone('giai'),
  '8006': piece,
  '8010': component,
  '8017': plain('gsrnp'),
  '8018': plain('gsrn'),
};
