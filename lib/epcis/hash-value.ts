import { hashIdentifierOf } from '../gs1/hash-identifier.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import { cbvShortName } from './cbv-word.ts';
import { CBV_WORDS, type CbvKind, MEASUREMENT_TYPES, SENSOR_ALERTS } from './cbv-words.ts';
import { parseDateTime } from './date-time.ts';
import { namespaceForHash } from './hash-name.ts';
import type { Namespaces } from './namespaces.ts';

/** How a member's value is written into the text that is hashed; the empty text leaves it out. */
export type HashValue = (value: Json, namespaces: Namespaces) => string;

/** CBV 2.0 section 8.9.2: UTC with three decimals, rounded half up. */
export const timeValue: HashValue = (value) => {
  const parsed = typeof value === 'string' ? parseDateTime(value) : undefined;
  return parsed?.ok ? instantText(parsed.value) : String(value);
};

/** Any other value: numbers plain, GS1 identifiers and vocabularies in their one web spelling, the rest as it is. */
export const textValue: HashValue = (value, namespaces) => {
  if (typeof value === 'number' || typeof value === 'boolean') return plainNumber(String(value));
  if (typeof value !== 'string') return '';
  const text = value.trim();
  return hashIdentifierOf(plainNumber(webVocabulary(gs1CurieExpanded(text, namespaces))));
};

/** A field that takes words of the CBV: `shipping` is written as `https://ref.gs1.org/cbv/BizStep-shipping`. */
export const wordValue =
  (kind: CbvKind): HashValue =>
  (value, namespaces) => {
    const word = typeof value === 'string' ? cbvShortName(kind, value, namespaces) : '';
    const { web, words } = CBV_WORDS[kind];
    return words.has(word) ? `https://ref.gs1.org/cbv/${web}-${word}` : textValue(value, namespaces);
  };

/** A field that takes words of the GS1 web vocabulary: `Temperature`, `ALARM_CONDITION`. */
export const gs1WordValue: HashValue = (value, namespaces) =>
  typeof value === 'string' && (MEASUREMENT_TYPES.has(value) || SENSOR_ALERTS.has(value))
    ? `https://ref.gs1.org/voc/${value}`
    : textValue(value, namespaces);

/** Only GS1's own compact names are spelled out in values; in XML a user's prefix means nothing there. */
function gs1CurieExpanded(text: string, namespaces: Namespaces): string {
  const colon = text.indexOf(':');
  const namespace = colon === -1 ? undefined : namespaceForHash(text.slice(0, colon), namespaces);
  return namespace !== undefined && /^https:\/\/(?:ref\.)?gs1\.org/.test(namespace)
    ? namespace + text.slice(colon + 1)
    : text;
}

const URN_TO_WEB = new Map(
  Object.values(CBV_WORDS).map(({ urn, web }) => [urn, `https://ref.gs1.org/cbv/${web}-`]),
);

function webVocabulary(text: string): string {
  const [head, kind = ''] = /^urn:epcglobal:cbv:([a-z]+):/.exec(text) ?? [];
  const web = head === undefined ? undefined : URN_TO_WEB.get(kind);
  if (head !== undefined && web !== undefined) return web + text.slice(head.length);
  return text.replace(/^https?:\/\/(?:www\.)?gs1\.org\/voc\//, 'https://ref.gs1.org/voc/');
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** CBV 2.0 section 8.9.2: no leading or trailing zeros, no plus, no exponent. A text that is no number stays. */
function plainNumber(text: string): string {
  const [match, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  if (match === undefined || whole + fraction === '') return text;
  const shift = Number(exponent);
  const digits = whole + fraction + '0'.repeat(Math.max(0, shift - fraction.length));
  const point = whole.length + shift;
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits;
  const before = padded.slice(0, Math.max(0, point)).replace(/^0+(?=\d)/, '') || '0';
  const after = withoutLastZeros(padded.slice(Math.max(0, point)));
  const plain = after === '' ? before : `${before}.${after}`;
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
}

/** By hand: a regular expression that looks for zeros before the end tries again at each of them, and the text may be megabytes long. */
function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
