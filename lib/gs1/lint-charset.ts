import { firstOutsideCset82 } from './cset82.ts';
import { characterFault, type LintFault } from './lint-fault.ts';

/** Digits only. */
export const numeric = (text: string): LintFault | undefined => characterFault(text, /[^0-9]/);

/** GS1 character set 82 (General Specifications 7.11, figure 7.11-1). */
export function cset82(text: string): LintFault | undefined {
  const at = firstOutsideCset82(text);
  return at === -1 ? undefined : { rule: 'charset', at, length: 1 };
}

/** GS1 character set 39 (figure 7.11-2): digits, capitals, # - / */
export const cset39 = (text: string): LintFault | undefined => characterFault(text, /[^#\-/0-9A-Z]/);

/**
 * File-safe base64 (figure 7.11-3): at most two `=` at the end, and as many as the length asks for.
 */
export function cset64(text: string): LintFault | undefined {
  const body = text.replace(/=+$/, '');
  const padding = text.length - body.length;
  const foreign = characterFault(body, /[^A-Za-z0-9\-_]/);
  if (foreign) return foreign;
  if (padding === 0) return undefined;
  return padding > 2 || text.length % 3 !== 0
    ? { rule: 'charset', at: body.length, length: padding }
    : undefined;
}
