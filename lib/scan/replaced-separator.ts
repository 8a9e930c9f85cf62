/**
 * What scanners are known to send in place of the group separator, longest first. None of them can stand in
 * an element string, but for those made of `<`, `>` and brackets, which are so long that chance does not write them.
 */
const STAND_INS = [
  '<0x1D>',
  '{FNC1}',
  '<FNC1>',
  '\\u001d',
  '{0x1D}',
  '{GS}',
  '<GS>',
  '[GS]',
  '(GS)',
  '{1D}',
  '\\x1d',
  '<1D>',
  '\\F',
  '^]',
  '\u241d',
  '\u00e8',
  '^',
  '|',
  '~',
  '@',
  '#',
  '$',
  ' ',
  '\t',
];

/** The first stand-in for the group separator in `text` from `from` on, with the characters it was written with. */
export function replacedSeparator(
  text: string,
  from: number,
): { readonly at: number; readonly found: string } | undefined {
  const lower = text.toLowerCase();
  let first: { at: number; found: string } | undefined;
  for (const standIn of STAND_INS) {
    const at = lower.indexOf(standIn.toLowerCase(), from);
    if (at !== -1 && (first === undefined || at < first.at)) {
      first = { at, found: text.slice(at, at + standIn.length) };
    }
  }
  return first;
}
