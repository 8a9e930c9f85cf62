/** Why a text of GS1 character set 82 is refused. `at` counts characters from 0. */
export type Cset82Error<Area extends string> =
  | { readonly code: `${Area}/empty`; readonly at: number }
  | { readonly code: `${Area}/too-long`; readonly at: number; readonly length: number }
  | { readonly code: `${Area}/character`; readonly at: number; readonly character: string };

const OUTSIDE = /[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/u;

/** The first character outside GS1 character set 82 (General Specifications 7.11), or -1. */
export const firstOutsideCset82 = (text: string): number => text.search(OUTSIDE);

/** The first fault of a text of 1 to `longest` characters of set 82. Case, zeros and spaces are never mended. */
export function cset82Fault<Area extends string>(
  area: Area,
  text: string,
  longest: number,
): Cset82Error<Area> | undefined {
  if (text === '') return { code: `${area}/empty`, at: 0 };
  const at = firstOutsideCset82(text);
  if (at !== -1) {
    return { code: `${area}/character`, at, character: String.fromCodePoint(text.codePointAt(at) ?? 0) };
  }
  return text.length > longest ? { code: `${area}/too-long`, at: longest, length: text.length } : undefined;
}
