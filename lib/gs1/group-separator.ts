/** The separator of element strings: FNC1 in a symbol, this control character in text. */
export const GS = '\u001d';
