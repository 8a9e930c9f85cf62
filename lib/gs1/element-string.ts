import { err, ok, type Result } from '../kernel/result.ts';
import { type AssociationError, conflictAmong, missingAmong } from './ai-association.ts';
import { aiEntry, aiEntryAt } from './ai-table.ts';
import { aiValueFault } from './ai-value.ts';
import { splitAimPrefix } from './aim-prefix.ts';
import { type DigitalLinkError, parseDigitalLink } from './digital-link.ts';
import type { PlacedAi } from './digital-link-path.ts';
import { GS } from './group-separator.ts';
import type { AiValue } from './gs1-id.ts';
import type { LintRule } from './lint-fault.ts';

/** Why a text is no element string. `at` counts characters of the text from 0, the AIM prefix included. */
export type ElementStringError =
  | { readonly code: 'element/empty'; readonly at: number }
  | { readonly code: 'element/not-gs1-symbol'; readonly at: number; readonly identifier: string }
  | { readonly code: 'element/unknown-ai'; readonly at: number }
  | {
      readonly code: 'element/value';
      readonly at: number;
      readonly length: number;
      readonly ai: string;
      readonly rule: LintRule;
    }
  | AssociationError
  | DigitalLinkError;

/**
 * Reads what a scanner sends for a GS1 symbol: AIs one after the other, GS after those of no predefined length
 * (General Specifications 7.8). A symbology identifier may come first; one of a symbol without FNC1 is refused
 * unless the text is a Digital Link. A leading, trailing or doubled GS is tolerated. With `alone`, the symbol
 * is all that is marked on the item, and AIs that must stand beside others must find them here.
 */
export function parseElementString(
  text: string,
  options: { readonly alone?: boolean } = {},
): Result<readonly PlacedAi[], ElementStringError> {
  const { identifier, kind, dataAt } = splitAimPrefix(text);
  const data = text.slice(dataAt);
  if (/^https?:\/\//i.test(data)) return elementsOfLink(data, dataAt);
  if (identifier !== undefined && kind !== 'gs1') {
    return err({ code: 'element/not-gs1-symbol', at: 0, identifier });
  }
  const elements = readElements(text, dataAt);
  if (!elements.ok) return elements;
  const fault = conflictAmong(elements.value) ?? (options.alone ? missingAmong(elements.value) : undefined);
  return fault ? err(fault) : elements;
}

function elementsOfLink(uri: string, offset: number): Result<readonly PlacedAi[], ElementStringError> {
  const link = parseDigitalLink(uri);
  if (!link.ok) return err({ ...link.error, at: link.error.at + offset });
  const { key, qualifiers, attributes } = link.value;
  return ok([key, ...qualifiers, ...attributes].map((element) => ({ ...element, at: element.at + offset })));
}

function readElements(text: string, from: number): Result<readonly PlacedAi[], ElementStringError> {
  const elements: PlacedAi[] = [];
  let at = from;
  while (at < text.length) {
    if (text[at] === GS) {
      at++;
      continue;
    }
    const element = readElement(text, at);
    if (!element.ok) return element;
    elements.push(element.value);
    at = element.value.at + element.value.value.length;
  }
  return elements.length > 0 ? ok(elements) : err({ code: 'element/empty', at: text.length });
}

function readElement(text: string, at: number): Result<PlacedAi, ElementStringError> {
  const entry = aiEntryAt(text, at);
  if (!entry) return err({ code: 'element/unknown-ai', at });
  const valueAt = at + entry.ai.length;
  const separator = text.indexOf(GS, valueAt);
  const until = separator === -1 ? text.length : separator;
  const end = entry.predefined ? Math.min(until, valueAt + entry.maxLength) : until;
  const value = text.slice(valueAt, end);
  const fault = aiValueFault(entry, value);
  return fault
    ? err({ code: 'element/value', ...fault, at: valueAt + fault.at, ai: entry.ai })
    : ok({ ai: entry.ai, value, at: valueAt });
}

/**
 * Writes an element string without prefix: AIs in the order given, GS after each of no predefined length but
 * the last (General Specifications 7.8.6). An AI that GS1 does not know is a fault of the caller and throws.
 */
export function elementStringOf(elements: readonly AiValue[]): string {
  return elements
    .map(({ ai, value }, i) => {
      const entry = aiEntry(ai);
      if (!entry) throw new Error(`no such Application Identifier: ${ai}`);
      return `${ai}${value}${entry.predefined || i === elements.length - 1 ? '' : GS}`;
    })
    .join('');
}
