import { hashIdentifierOf } from '../gs1/hash-identifier.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import { cbvShortName } from './cbv-word.ts';
import { CBV_WORDS, type CbvKind, MEASUREMENT_TYPES, SENSOR_ALERTS } from './cbv-words.ts';
import { parseDateTime } from './date-time.ts';
import { namespaceForHash } from './hash-name.ts';
import type { Namespaces } from './namespaces.ts';
import { plainNumber } from './plain-number.ts';

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
