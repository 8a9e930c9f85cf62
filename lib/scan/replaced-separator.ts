/**
 * What scanners are known to send in place of the group separator, those that begin with another first. None of them can
 * stand in an element string, but for those of four characters and more, which chance does not write. `{F8}` is how a
 * function key is told.
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
  '\\x1D',
  '~029',
  '^029',
  '\\029',
  '{029}',
  '<029>',
  '{1D}',
  '{F8}',
  '{F1}',
  '{F9}',
  '<1D>',
  '\\F',
  '^]',
  '\u241d',
  '\u00e8',
  '^',
  '|',
  '~',
  '\u00a6',
  '\u00a7',
  '\u00ac',
  '\u2194',
  '\u0000',
  '\u001c',
  '\u001e',
  '\u00e7',
  ']',
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
