/** Why a stretch of a value breaks a rule. `at` and `length` say which characters, counted from the value's start. */
export type LintFault = { readonly rule: LintRule; readonly at: number; readonly length: number };

/** The rules a value can break. Stable: screens and answers name them. */
export type LintRule =
  | 'charset'
  | 'too-short'
  | 'too-long'
  | 'check-digit'
  | 'check-pair'
  | 'company-prefix'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'zero'
  | 'not-zero'
  | 'zero-prefix'
  | 'code-list'
  | 'hyphen'
  | 'piece-of-total'
  | 'position'
  | 'percent-escape'
  | 'latitude'
  | 'longitude'
  | 'only-digits'
  | 'iban';

/** Judges one component of a value. */
export type Linter = (text: string) => LintFault | undefined;

/** A fault of the whole text. */
export const whole = (rule: LintRule, text: string): LintFault => ({ rule, at: 0, length: text.length });

/** The first character `outside` finds, as a fault of one character. */
export function characterFault(text: string, outside: RegExp): LintFault | undefined {
  const at = text.search(outside);
  return at === -1 ? undefined : { rule: 'charset', at, length: 1 };
}
