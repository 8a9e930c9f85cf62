import { err, ok, type Result } from '../kernel/result.ts';
import { conflictAmong } from './ai-association.ts';
import { aiEntry } from './ai-table.ts';
import { mayBeAttribute } from './digital-link-attributes.ts';
import { type DigitalLinkKey, digitalLinkKey } from './digital-link-key.ts';
import { type AiValue, percentEncoded } from './gs1-id.ts';

/** Why elements cannot be written as a Digital Link: no key among them, or `ai` has no place in it. */
export type WriteDigitalLinkError =
  | { readonly code: 'digital-link/no-key-given' }
  | { readonly code: 'digital-link/no-place'; readonly ai: string }
  | { readonly code: 'digital-link/conflict'; readonly ai: string };

/**
 * Writes elements as a Digital Link on the domain and path `stem` (Digital Link URI Syntax 5): the first primary key
 * among them, its qualifiers in their order, everything else as attributes of the query, those of fixed length first, else in the order given. Values
 * are taken as sound; an element that is given twice is written once.
 */
export function writeDigitalLink(
  elements: readonly AiValue[],
  stem: string,
): Result<string, WriteDigitalLinkError> {
  const clash = conflictAmong(elements.map((element) => ({ ...element, at: 0 })));
  if (clash) return err({ code: 'digital-link/conflict', ai: clash.ai });
  const different = [...new Map(elements.map((element) => [element.ai, element])).values()];
  const key = different.find(({ ai }) => digitalLinkKey(ai));
  const rule = key && digitalLinkKey(key.ai);
  if (!key || !rule) return err({ code: 'digital-link/no-key-given' });

  const qualifiers = qualifiersAmong(different, rule);
  const attributes = different.filter((element) => element !== key && !qualifiers.includes(element));
  const homeless = attributes.find(({ ai }) => !mayBeAttribute(ai) || isQualifierOf(ai, rule));
  if (homeless) return err({ code: 'digital-link/no-place', ai: homeless.ai });

  const path = [key, ...qualifiers].map(({ ai, value }) => `/${ai}/${percentEncoded(value)}`).join('');
  const query = fixedFirst(attributes)
    .map(({ ai, value }) => `${ai}=${queryEncoded(value)}`)
    .join('&');
  return ok(stem.replace(/\/$/, '') + path + (query === '' ? '' : `?${query}`));
}

const isQualifierOf = (ai: string, { qualifiers }: DigitalLinkKey): boolean =>
  qualifiers.some((sequence) => sequence.includes(ai));

/** The elements of the one sequence of qualifiers that names most of them, in its order. */
function qualifiersAmong(elements: readonly AiValue[], { qualifiers }: DigitalLinkKey): readonly AiValue[] {
  let best: readonly AiValue[] = [];
  for (const sequence of qualifiers) {
    const found = sequence.flatMap((ai) => elements.find((element) => element.ai === ai) ?? []);
    if (found.length > best.length) best = found;
  }
  return best;
}

/** As in an element string, where those of fixed length need no separator. */
const fixedFirst = (elements: readonly AiValue[]): readonly AiValue[] =>
  elements.toSorted((a, b) => Number(isFixed(b)) - Number(isFixed(a)));

const isFixed = ({ ai }: AiValue): boolean => aiEntry(ai)?.predefined ?? false;

const queryEncoded = (value: string): string => percentEncoded(value).replaceAll('%20', '+');
