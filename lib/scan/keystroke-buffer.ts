import { type KeyStroke, strokeText } from './key-stroke.ts';
import type { TypedScan } from './typed-scan.ts';

/** One key press as the browser reports it, and when, in milliseconds. */
export type KeyPress = KeyStroke & { readonly atMs: number };

/** What has been typed since the last pause. */
export type KeystrokeBuffer = {
  readonly text: string;
  readonly strokes: readonly KeyStroke[];
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  /** The digits of a character that is being typed by its number (Alt and the number block). */
  readonly number: string;
};

/** A buffer after a key press or a pause, and the scan that ended there, if one did. */
export type Keystrokes = {
  readonly buffer: KeystrokeBuffer;
  /** The text of {@link Keystrokes.typed}, at a scanner's speed. */
  readonly scanned?: string;
  /** What a scanner typed; slower than scanners are where `scanned` is absent, but longer than shortcuts. */
  readonly typed?: TypedScan;
};

/** Nothing typed yet. */
export const NO_KEYSTROKES: KeystrokeBuffer = {
  text: '',
  strokes: [],
  firstAtMs: 0,
  lastAtMs: 0,
  number: '',
};

/**
 * A longer silence between two keys ends what came before it. Hand scanners leave 1 to 40 ms, but wireless ones and busy
 * machines stall for a tenth of a second and more: a serial cut off there would be another pack.
 */
export const SILENCE_MS = 400;

/** The fastest typists need some 80 ms a key; a scanner's mean stays below this. */
const SCANNER_MEAN_MS = 50;

/** The shortest code worth the name is an EAN-8; shorter bursts are keyboard shortcuts and rolling fingers. */
const SHORTEST_SCAN = 8;

/** What is typed slowly is worth a look from this length on: the shortest pack code holds a GTIN and a serial number. */
const SHORTEST_SLOW = 19;

/**
 * Takes one key press. A scan is a burst of at least eight characters, faster than anyone types, that ends in
 * Enter, Tab or a silence; `scanned` is then its text. Keys that write nothing (Shift and its kin) are passed
 * over. Slow typing never becomes a scan, but from nineteen characters on it is handed over as `typed`.
 */
export function pressKey(buffer: KeystrokeBuffer, press: KeyPress): Keystrokes {
  const digit = numberDigit(press);
  if (digit !== undefined) {
    const { buffer: open, ...ended } = passTime(buffer, press.atMs);
    return { buffer: { ...open, number: open.number + digit, lastAtMs: press.atMs }, ...ended };
  }
  const end = terminatorOf(press);
  const numbered = withNumber(buffer, press.atMs);
  if (end) return finished(numbered, end);
  const text = strokeText(press);
  const { buffer: open, ...ended } = passTime(numbered, press.atMs);
  if (text === undefined || (open.text === '' && !opensScan(press))) return { buffer: open, ...ended };
  const { atMs, ...stroke } = press;
  return { buffer: added(open, stroke, text, atMs), ...ended };
}

/** Takes the passing of time: after a silence, what was typed fast enough is a scan without terminator. */
export function passTime(buffer: KeystrokeBuffer, nowMs: number): Keystrokes {
  if (nowMs - buffer.lastAtMs <= SILENCE_MS) return { buffer };
  return finished(withNumber(buffer, buffer.lastAtMs), 'silence');
}

const added = (open: KeystrokeBuffer, stroke: KeyStroke, text: string, atMs: number): KeystrokeBuffer => ({
  text: open.text + text,
  strokes: [...open.strokes, stroke],
  firstAtMs: open.text === '' ? atMs : open.firstAtMs,
  lastAtMs: atMs,
  number: '',
});

/** Ctrl, function keys and dead keys alone are shortcuts and typing; inside a scan they are part of it. */
const opensScan = ({ ctrl, key }: KeyPress): boolean => !ctrl && [...key].length === 1;

/** Enter and Tab, or the control characters some scanners send for them: Ctrl with M, J or I. */
function terminatorOf({ key, ctrl }: KeyPress): 'Enter' | 'Tab' | undefined {
  if (key === 'Enter' || (ctrl && /^[mj]$/i.test(key))) return 'Enter';
  return key === 'Tab' || (ctrl && /^i$/i.test(key)) ? 'Tab' : undefined;
}

/** Some scanners type every character, or those no key has, by number: Alt held, digits of the number block. */
const numberDigit = ({ alt, code = '' }: KeyPress): string | undefined =>
  alt ? /^Numpad(\d)$/.exec(code)?.[1] : undefined;

function withNumber(buffer: KeystrokeBuffer, atMs: number): KeystrokeBuffer {
  if (buffer.number === '') return buffer;
  const key = String.fromCharCode(Number(buffer.number));
  return added(buffer, { key, code: `Alt+${buffer.number}` }, key, atMs);
}

function finished(buffer: KeystrokeBuffer, ended: TypedScan['ended']): Keystrokes {
  const presses = buffer.strokes.length;
  const paceMs = (buffer.lastAtMs - buffer.firstAtMs) / Math.max(1, presses - 1);
  const typed: TypedScan = { text: buffer.text, strokes: buffer.strokes, ended, paceMs };
  if (presses >= SHORTEST_SCAN && paceMs <= SCANNER_MEAN_MS) {
    return { buffer: NO_KEYSTROKES, scanned: buffer.text, typed };
  }
  return presses >= SHORTEST_SLOW ? { buffer: NO_KEYSTROKES, typed } : { buffer: NO_KEYSTROKES };
}
