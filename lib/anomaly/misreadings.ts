import { parseSerial, type Serial } from '../gs1/serial.ts';

/** A serial that another may be a misreading of. `plain`: by the scanner's settings alone, whoever holds the pack. */
export interface Misreading {
  readonly serial: Serial;
  readonly kind: 'settings' | 'slip';
}

/** Fewer characters in common are chance. */
const SHORTEST_PREFIX = 6;

/** Characters that eyes and scanners take for one another. */
const CONFUSED = ['0OQD', '1IL7', '2Z', '5S', '6G', '8B', 'UV', 'YZ'];

/**
 * What was perhaps meant by a serial as read (detectors.md D01): another case or a keyboard of another country (Y and Z), which are
 * the scanner's settings; a lost separator, which leaves the next field on its end; one character taken for another, two that
 * changed places, one doubled, which are slips.
 */
export function misreadingsOf(read: Serial): readonly Misreading[] {
  const settings = [
    read.toUpperCase(),
    read.toLowerCase(),
    swapped(read),
    keyboard(read),
    keyboard(read.toUpperCase()),
  ];
  const slips = [...prefixes(read), ...confusions(read), ...transpositions(read), ...omissions(read)];
  const found = new Map<string, Misreading>();
  const add = (kind: Misreading['kind']) => (text: string) => {
    const serial = parseSerial(text);
    if (serial.ok && text !== read && !found.has(text)) found.set(text, { serial: serial.value, kind });
  };
  settings.forEach(add('settings'));
  slips.forEach(add('slip'));
  return [...found.values()];
}

/** Is one of two serials a likely misreading of the other? */
export const resemble = (a: Serial, b: Serial): boolean =>
  misreadingsOf(a).some(({ serial }) => serial === b) || misreadingsOf(b).some(({ serial }) => serial === a);

const swapped = (text: string): string =>
  text.replace(/[a-z]/gi, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()));

const KEYBOARD: Readonly<Record<string, string>> = { Y: 'Z', Z: 'Y', y: 'z', z: 'y' };
const keyboard = (text: string): string => text.replace(/[yz]/gi, (c) => KEYBOARD[c] ?? c);

const prefixes = (text: string): readonly string[] =>
  [...text].map((_, length) => text.slice(0, length)).slice(SHORTEST_PREFIX);

const confusions = (text: string): readonly string[] =>
  [...text].flatMap((c, at) =>
    CONFUSED.filter((group) => group.includes(c)).flatMap((group) =>
      [...group].map((other) => text.slice(0, at) + other + text.slice(at + 1)),
    ),
  );

const transpositions = (text: string): readonly string[] =>
  [...text].slice(1).map((c, at) => text.slice(0, at) + c + text.charAt(at) + text.slice(at + 2));

const omissions = (text: string): readonly string[] =>
  [...text].map((_, at) => text.slice(0, at) + text.slice(at + 1));
