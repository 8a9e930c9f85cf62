/**
 * A hand scanner that types and the computer it types into, made apart from the code under test: its keyboards are X.Org's, and it
 * knows nothing of GS1.
 */
import type { KeyStroke } from './key-stroke.ts';
import type { TypedScan } from './typed-scan.ts';
import { XKB_KEYMAPS } from './xkb-keymaps-in-tests.ts';

export type Keyboard = keyof typeof XKB_KEYMAPS;
export const KEYBOARDS = Object.keys(XKB_KEYMAPS) as readonly Keyboard[];

/** How a scanner is set up, and the computer behind it. */
export interface Workstation {
  readonly scanner: Keyboard;
  readonly computer: Keyboard;
  readonly capsLock?: boolean;
  /** How the separator is sent: Ctrl and ], as a control character, by number, as F8, as other text, or not at all. */
  readonly separator?: 'ctrl' | 'character' | 'number' | 'F8' | 'none' | { readonly text: string };
  readonly letters?: 'as they are' | 'exchanged' | 'capitals' | 'small';
  readonly identifier?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly twice?: 'code' | 'character';
  readonly ended?: TypedScan['ended'];
  readonly paceMs?: number;
  /** The share of the presses that arrive before the rest is lost. */
  readonly cutTo?: number;
  /** False for devices that deliver characters and do not tell keys. */
  readonly tellsKeys?: boolean;
}

const GROUP_SEPARATOR = String.fromCharCode(29);
const DEAD_KEY = '\u25cc';

/** The keys of a PC by their names in UI Events, row by row. */
const KEYS: readonly (readonly string[])[] = [
  ['Backquote', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => `Digit${digit}`), 'Minus', 'Equal'],
  [...[...'QWERTYUIOP'].map((letter) => `Key${letter}`), 'BracketLeft', 'BracketRight'],
  [...[...'ASDFGHJKL'].map((letter) => `Key${letter}`), 'Semicolon', 'Quote', 'Backslash'],
  ['IntlBackslash', ...[...'ZXCVBNM'].map((letter) => `Key${letter}`), 'Comma', 'Period', 'Slash'],
];

interface Place {
  readonly row: number;
  readonly column: number;
  readonly level: number;
}

/** Where a keyboard has a character; a scanner takes the plainest way. */
function placeOf(keyboard: Keyboard, character: string): Place | undefined {
  const levels: readonly (readonly string[])[] = XKB_KEYMAPS[keyboard];
  for (const [level, rows] of levels.entries()) {
    for (const [row, keys] of rows.entries()) {
      const column = [...keys].indexOf(character);
      if (column !== -1) return { row, column, level };
    }
  }
  return undefined;
}

const writtenAt = (keyboard: Keyboard, { row, column, level }: Place): string =>
  [...(XKB_KEYMAPS[keyboard][level]?.[row] ?? '')][column] ?? ' ';

/** What the scanner sends for `text`, as the browser on the computer is told. */
export function scannedInto(workstation: Workstation, text: string, identifier = ']d2'): TypedScan {
  const { prefix = '', suffix = '', twice, ended = 'Enter', paceMs = 5 } = workstation;
  const sent = `${workstation.identifier ? identifier : ''}${inLetters(workstation, text)}`;
  const whole = `${prefix}${inIdentifierLetters(workstation, sent, identifier)}${suffix}`;
  const once = [...whole].flatMap((character) => pressesOf(workstation, character));
  const all =
    twice === 'code'
      ? [...once, ...once]
      : twice === 'character'
        ? once.flatMap((stroke) => [stroke, stroke])
        : once;
  const strokes = all.slice(0, Math.ceil(all.length * (workstation.cutTo ?? 1)));
  return { text: strokes.map(shownAs).join(''), strokes, ended, paceMs };
}

/** The scanner's own conversion of letters. */
function inLetters({ letters = 'as they are' }: Workstation, text: string): string {
  if (letters === 'capitals') return text.toUpperCase();
  if (letters === 'small') return text.toLowerCase();
  if (letters === 'as they are') return text;
  return [...text]
    .map((each) => (each === each.toUpperCase() ? each.toLowerCase() : each.toUpperCase()))
    .join('');
}

const inIdentifierLetters = (workstation: Workstation, sent: string, identifier: string): string =>
  workstation.identifier ? inLetters(workstation, identifier) + sent.slice(identifier.length) : sent;

function pressesOf(workstation: Workstation, character: string): readonly KeyStroke[] {
  if (character !== GROUP_SEPARATOR)
    return [typed(workstation, character)].filter((each) => each !== undefined);
  const { separator = 'ctrl', computer, capsLock = false } = workstation;
  if (separator === 'none') return [];
  if (separator === 'character') return [{ key: GROUP_SEPARATOR }];
  if (separator === 'F8') return [{ key: 'F8', code: 'F8', capsLock }];
  if (separator === 'number') return [{ key: GROUP_SEPARATOR, code: 'Alt+029' }];
  if (separator === 'ctrl') {
    const key = writtenAt(computer, { row: 1, column: 11, level: 0 });
    return [{ key: key === DEAD_KEY ? 'Dead' : key, code: 'BracketRight', ctrl: true, capsLock }];
  }
  return [...separator.text].map((each) => typed(workstation, each)).filter((each) => each !== undefined);
}

/** One character: the scanner picks the key by its own keyboard, the computer writes by its own. */
function typed(workstation: Workstation, character: string): KeyStroke | undefined {
  const { scanner, computer, capsLock = false, tellsKeys = true } = workstation;
  if (character < ' ') return { key: character };
  const place = placeOf(scanner, character);
  const code = place && KEYS[place.row]?.[place.column];
  if (!place || !code) return undefined;
  const level = capsLock && isShiftedByCaps(computer, place) ? 1 - place.level : place.level;
  const wrote = writtenAt(computer, { ...place, level });
  if (wrote === ' ') {
    // Where AltGr writes nothing it is an Alt key like the other: a shortcut, not a character.
    const key = writtenAt(computer, { ...place, level: 0 });
    return tellsKeys ? { key, code, alt: true, capsLock } : undefined;
  }
  const key = wrote === DEAD_KEY ? 'Dead' : wrote;
  if (!tellsKeys) return { key };
  return { key, code, shift: place.level === 1, altGraph: place.level === 2, capsLock };
}

/** Caps Lock shifts letters, and on French keyboards the digits' row too. */
function isShiftedByCaps(computer: Keyboard, { row, column, level }: Place): boolean {
  if (level === 2) return false;
  const [plain, shifted] = [0, 1].map((each) => writtenAt(computer, { row, column, level: each }));
  if (/french|belgian/.test(computer) && row === 0) return true;
  return plain !== undefined && shifted !== undefined && plain !== shifted && plain.toUpperCase() === shifted;
}

/** How a press looks in the text that the page collects: keys without a character have a sign of their own. */
function shownAs({ key, ctrl, alt, code }: KeyStroke): string {
  if (ctrl && code === 'BracketRight') return GROUP_SEPARATOR;
  if (key === 'Dead' || alt) return DEAD_KEY;
  return key.length > 1 ? `{${key}}` : key;
}
