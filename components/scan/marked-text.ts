/** A stretch of what was read. `faulty` marks the characters the fault is about. */
export interface MarkedPiece {
  readonly at: number;
  readonly text: string;
  readonly faulty: boolean;
}

/** Shown where a character is missing. */
const GAP = '\u2038';

/**
 * What was read, with control characters made visible (`␝` for the separator) and the faulty characters in a
 * piece of their own. Where something is missing (`length` 0) the piece is a caret between its neighbours.
 */
export function markedText(read: string, at: number, length: number): readonly MarkedPiece[] {
  const end = at + length;
  const pieces = [
    { at: 0, text: visible(read.slice(0, at)), faulty: false },
    { at, text: length === 0 ? GAP : visible(read.slice(at, end)), faulty: true },
    { at: end + 1, text: visible(read.slice(end)), faulty: false },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** Unicode has a picture for each control character; an ordinary space becomes an open box. */
const visible = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20) return String.fromCodePoint(0x2400 + code);
      if (code === 0x7f) return '\u2421';
      return character === ' ' ? '\u2423' : character;
    })
    .join('');
