import { GS } from '../gs1/group-separator.ts';

/** One key press as the browser reports it: what it wrote on this computer, and which key it was. */
export type KeyStroke = {
  /** The character or the key's name (UI Events `key`). */
  readonly key: string;
  /** The key's place on the keyboard (UI Events `code`); empty where the device does not tell, as many phones do not. */
  readonly code?: string;
  readonly shift?: boolean;
  /** Ctrl or Meta is held, and AltGr is not. */
  readonly ctrl?: boolean;
  /** Alt alone is held. */
  readonly alt?: boolean;
  readonly altGraph?: boolean;
  readonly capsLock?: boolean;
};

/** Stands in a typed text for a key that wrote nothing: a dead key, whose accent waits for the next letter, or one with Alt. */
export const DEAD = '\u25cc';

/**
 * What a key adds to the text of a scan; `undefined` for Shift and its kin. Ctrl with a letter is a control character,
 * Ctrl with ] the group separator wherever that key is, and a function key is told by its name, because scanners
 * send separators so.
 */
export function strokeText({ key, code, ctrl, alt }: KeyStroke): string | undefined {
  if (key === GS) return GS;
  if (ctrl) return controlCharacter(key, code);
  if (key === 'Dead' || (alt && key.length === 1)) return DEAD;
  if (/^F\d{1,2}$/.test(key)) return `{${key}}`;
  return [...key].length === 1 ? key : undefined;
}

function controlCharacter(key: string, code = ''): string | undefined {
  if (key === ']' || code === 'BracketRight') return GS;
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? (/^[a-z]$/i.test(key) ? key.toUpperCase() : undefined);
  return letter && String.fromCharCode(letter.charCodeAt(0) - 64);
}

/** The key and its modifiers as one word, such as `KeyY+S`; `undefined` where the device does not tell the key. */
export function signatureOf({ code, shift, altGraph, alt, ctrl }: KeyStroke): string | undefined {
  if (!code) return undefined;
  return `${code}${shift ? '+S' : ''}${altGraph || alt ? '+G' : ''}${ctrl ? '+C' : ''}`;
}
