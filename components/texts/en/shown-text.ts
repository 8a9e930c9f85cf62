const NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\t': 'Tab',
  '\r': 'CR',
  '\n': 'LF',
  '\u001d': 'GS',
  '\u0002': 'STX',
  '\u0003': 'ETX',
};

/** A text with the characters that cannot be seen by their names. */
export const shownText = (text: string): string =>
  [...text]
    .map(
      (character) =>
        NAMES[character] ?? (character < ' ' ? `0x${character.charCodeAt(0).toString(16)}` : character),
    )
    .join('');
