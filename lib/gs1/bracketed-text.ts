import { err, ok, type Result } from '../kernel/result.ts';
import { conflictAmong, missingAmong } from './ai-association.ts';
import { aiEntry } from './ai-table.ts';
import { aiValueFault } from './ai-value.ts';
import type { PlacedAi } from './digital-link-path.ts';
import type { ElementStringError } from './element-string.ts';
import type { AiValue } from './gs1-id.ts';

/** Why a text with bracketed AIs is refused. `at` counts characters of the text from 0. */
export type BracketedTextError =
  | { readonly code: 'bracketed/no-bracket'; readonly at: number }
  | { readonly code: 'bracketed/ai'; readonly at: number }
  | ElementStringError;

/**
 * Reads `(01)09506000134352(21)ABC`, the human readable form. A bracket that belongs to a value is written `\(`;
 * a closing one needs no escape. `alone` as in `parseElementString`.
 */
export function parseBracketedText(
  text: string,
  options: { readonly alone?: boolean } = {},
): Result<readonly PlacedAi[], BracketedTextError> {
  const elements: PlacedAi[] = [];
  let at = 0;
  while (at < text.length) {
    const element = readBracketed(text, at);
    if (!element.ok) return element;
    elements.push(element.value.element);
    at = element.value.end;
  }
  if (elements.length === 0) return err({ code: 'element/empty', at: 0 });
  const conflict = conflictAmong(elements) ?? (options.alone ? missingAmong(elements) : undefined);
  return conflict ? err(conflict) : ok(elements);
}

type Bracketed = { readonly element: PlacedAi; readonly end: number };

function readBracketed(text: string, at: number): Result<Bracketed, BracketedTextError> {
  if (text[at] !== '(') return err({ code: 'bracketed/no-bracket', at });
  const [head, ai = ''] = /^\((\d{2,4})\)/.exec(text.slice(at, at + 6)) ?? [];
  if (head === undefined) return err({ code: 'bracketed/ai', at: at + 1 });
  const entry = aiEntry(ai);
  if (!entry) return err({ code: 'element/unknown-ai', at: at + 1 });

  const valueAt = at + head.length;
  const end = endOfValue(text, valueAt);
  const written = text.slice(valueAt, end);
  const value = written.replaceAll('\\(', '(');
  const fault = aiValueFault(entry, value);
  if (!fault) return ok({ element: { ai, value, at: valueAt }, end });
  const faultAt = valueAt + writtenIndex(written, fault.at);
  return err({ code: 'element/value', ai, rule: fault.rule, length: fault.length, at: faultAt });
}

function endOfValue(text: string, from: number): number {
  let end = text.indexOf('(', from);
  while (end > from && text[end - 1] === '\\') end = text.indexOf('(', end + 1);
  return end === -1 ? text.length : end;
}

/** Where the character `index` of the value stands in its escaped form. */
function writtenIndex(written: string, index: number): number {
  let at = 0;
  for (let seen = 0; seen < index; seen++) at += written.startsWith('\\(', at) ? 2 : 1;
  return at;
}

/** Writes the human readable form that {@link parseBracketedText} reads back. */
export const bracketedTextOf = (elements: readonly AiValue[]): string =>
  elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('');
