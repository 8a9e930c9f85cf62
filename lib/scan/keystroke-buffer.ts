/** One key press as the browser reports it: the character or the key's name, and when, in milliseconds. */
export type KeyPress = { readonly key: string; readonly atMs: number; readonly ctrl: boolean };

/** What has been typed since the last pause. */
export type KeystrokeBuffer = {
  readonly text: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
};

/** A buffer after a key press or a pause, and the scan that ended there, if one did. */
export type Keystrokes = { readonly buffer: KeystrokeBuffer; readonly scanned?: string };

/** Nothing typed yet. */
export const NO_KEYSTROKES: KeystrokeBuffer = { text: '', firstAtMs: 0, lastAtMs: 0 };

/**
 * A longer silence between two keys ends what came before it. Hand scanners leave 1 to 40 ms, but wireless ones and busy
 * machines stall for a tenth of a second and more: a serial cut off there would be another pack.
 */
export const SILENCE_MS = 400;

/** The fastest typists need some 80 ms a key; a scanner's mean stays below this. */
const SCANNER_MEAN_MS = 50;

/** The shortest code worth the name is an EAN-8; shorter bursts are keyboard shortcuts and rolling fingers. */
const SHORTEST_SCAN = 8;

/** The group separator, which scanners type as the control character itself or as Ctrl and ]. */
const GS = '\u001d';

/**
 * Takes one key press. A scan is a burst of at least eight characters, faster than anyone types, that ends in
 * Enter, Tab or a silence; `scanned` is then its text. Keys that write nothing (Shift and its kin) are passed
 * over. Slow typing never becomes a scan.
 */
export function pressKey(buffer: KeystrokeBuffer, press: KeyPress): Keystrokes {
  if (isTerminator(press)) return finished(buffer);
  const character = characterOf(press);
  if (character === undefined) return { buffer };
  const { buffer: open, ...ended } = passTime(buffer, press.atMs);
  return {
    buffer: {
      text: open.text + character,
      firstAtMs: open.text === '' ? press.atMs : open.firstAtMs,
      lastAtMs: press.atMs,
    },
    ...ended,
  };
}

/** Takes the passing of time: after a silence, what was typed fast enough is a scan without terminator. */
export function passTime(buffer: KeystrokeBuffer, nowMs: number): Keystrokes {
  return nowMs - buffer.lastAtMs > SILENCE_MS ? finished(buffer) : { buffer };
}

/** Enter and Tab, or the control characters some scanners send for them: Ctrl with M, J or I. */
const isTerminator = ({ key, ctrl }: KeyPress): boolean =>
  key === 'Enter' || key === 'Tab' || (ctrl && /^[mji]$/i.test(key));

function characterOf({ key, ctrl }: KeyPress): string | undefined {
  if (key === GS || (ctrl && key === ']')) return GS;
  return !ctrl && [...key].length === 1 ? key : undefined;
}

function finished(buffer: KeystrokeBuffer): Keystrokes {
  const meanMs = (buffer.lastAtMs - buffer.firstAtMs) / Math.max(1, buffer.text.length - 1);
  const isScan = buffer.text.length >= SHORTEST_SCAN && meanMs <= SCANNER_MEAN_MS;
  return isScan ? { buffer: NO_KEYSTROKES, scanned: buffer.text } : { buffer: NO_KEYSTROKES };
}
