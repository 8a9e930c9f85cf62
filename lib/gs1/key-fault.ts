import { checkDigit } from './check-digit.ts';

/** Why a text is no numeric GS1 key. `at` counts characters from 0; on `length` it is where the text ends. */
export type KeyError<Area extends string> =
  | { readonly code: `${Area}/length`; readonly at: number; readonly length: number }
  | { readonly code: `${Area}/non-digit`; readonly at: number }
  | { readonly code: `${Area}/check-digit`; readonly at: number; readonly want: number };

/** The first fault of a numeric key of one of `lengths` digits, the last of which is its check digit. */
export function keyFault<Area extends string>(
  area: Area,
  text: string,
  lengths: readonly number[],
): KeyError<Area> | undefined {
  const nonDigit = text.search(/[^0-9]/);
  if (nonDigit !== -1) return { code: `${area}/non-digit`, at: nonDigit };
  if (!lengths.includes(text.length)) {
    return { code: `${area}/length`, at: text.length, length: text.length };
  }
  const at = text.length - 1;
  const want = checkDigit(text.slice(0, at));
  return text.charCodeAt(at) - 48 === want ? undefined : { code: `${area}/check-digit`, at, want };
}
