/** A stretch of what was read. */
export interface MarkedPiece {
  readonly at: number;
  readonly text: string;
  /** What the fault is about. */
  readonly faulty: boolean;
  /** True where `text` is the name of a character that cannot be seen, not the character. */
  readonly named: boolean;
}

const NAMES: Readonly<Record<number, string>> = {
  9: 'Tab',
  10: 'LF',
  13: 'CR',
  29: 'GS',
  32: 'space',
};

/**
 * What was read, in pieces: the characters that cannot be seen by name (`GS` for the separator), the faulty ones
 * apart. Where something is missing (`length` 0) there is an empty faulty piece between its neighbours.
 */
export function markedText(read: string, at: number, length: number): readonly MarkedPiece[] {
  const end = at + length;
  const gap: MarkedPiece = { at: at - 0.5, text: '', faulty: true, named: false };
  return [
    ...piecesOf(read.slice(0, at), 0, false),
    ...(length === 0 ? [gap] : piecesOf(read.slice(at, end), at, true)),
    ...piecesOf(read.slice(end), end, false),
  ];
}

function piecesOf(text: string, offset: number, faulty: boolean): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const last = pieces.at(-1);
    if (code <= 32 || code === 127) {
      pieces.push({ at: offset + at, text: nameOf(code), faulty, named: true });
    } else if (last && !last.named) {
      pieces[pieces.length - 1] = { ...last, text: last.text + text.charAt(at) };
    } else {
      pieces.push({ at: offset + at, text: text.charAt(at), faulty, named: false });
    }
  }
  return pieces;
}

const nameOf = (code: number): string =>
  NAMES[code] ?? `0x${code.toString(16).toUpperCase().padStart(2, '0')}`;
