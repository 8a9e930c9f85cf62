import type { AiComponent, AiEntry } from './ai-table.ts';
import { CHARSET_LINTERS, type LintFault, linterNamed } from './linter.ts';

/** Why a value is not allowed for its AI. `at` and `length` mark the faulty stretch of the value. */
export type AiValueFault = LintFault;

/**
 * The first fault of a value under its AI's format: each component takes its length from the front and is judged
 * by its character set and its linters; only the last component may vary in length.
 */
export function aiValueFault(entry: AiEntry, value: string): AiValueFault | undefined {
  let at = 0;
  for (const component of entry.components) {
    const part = value.slice(at, at + component.max);
    if (part === '' && component.optional) break;
    const fault = componentFault(component, part);
    if (fault) return { ...fault, at: at + fault.at };
    at += part.length;
  }
  return at < value.length ? { rule: 'too-long', at, length: value.length - at } : undefined;
}

function componentFault(component: AiComponent, part: string): LintFault | undefined {
  const charset = CHARSET_LINTERS[component.charset](part);
  if (charset) return charset;
  if (part.length < component.min) return { rule: 'too-short', at: part.length, length: 0 };
  for (const name of component.linters) {
    const fault = linterNamed(name)(part);
    if (fault) return fault;
  }
  return undefined;
}
