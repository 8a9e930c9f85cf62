import { GS } from '../gs1/group-separator.ts';
import type { KeyStroke } from './key-stroke.ts';
import { pressNameOf } from './press-name.ts';
import type { PressName } from './workstation-profile.ts';

/** How the presses of one scan fall to the characters of the symbol that was scanned. */
export type Alignment = {
  readonly before: readonly PressName[];
  readonly behind: readonly PressName[];
  readonly identifier: boolean;
  /** The presses of each separator; empty where separators are dropped. */
  readonly separator: readonly PressName[];
  /** The press of each character, and of `]` where an identifier came. */
  readonly presses: ReadonlyMap<string, PressName>;
};

/** The identifier of the symbols of the test: GS1 DataMatrix. */
const IDENTIFIER = ']d2';

/** The longest prefix, suffix and separator that are looked for, in presses. */
const LONGEST_ADDED = 12;
const LONGEST_SEPARATOR = 8;

/**
 * All ways to lay what came beside what the symbol holds: something before and behind, an identifier or none, each separator
 * as the same few presses, and every character always as the same one press.
 */
export function alignments(strokes: readonly KeyStroke[], text: string): readonly Alignment[] {
  const names = strokes.map(pressNameOf);
  return [`${IDENTIFIER}${text}`, text].flatMap((whole) =>
    framesFor(names.length, whole).flatMap(({ before, width }) => {
      const alignment = aligned(names, whole, before, width);
      return alignment ? [{ ...alignment, identifier: whole !== text }] : [];
    }),
  );
}

/** The lengths of prefix and separator with which `text` fills so many presses, a suffix behind it. */
function framesFor(presses: number, text: string): readonly { before: number; width: number }[] {
  const separators = text.split(GS).length - 1;
  const counts = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, count) => count);
  return counts(LONGEST_SEPARATOR).flatMap((width) => {
    const spare = presses - (text.length - separators) - separators * width;
    return counts(LONGEST_ADDED)
      .filter((before) => before <= spare && spare - before <= LONGEST_ADDED)
      .map((before) => ({ before, width }));
  });
}

/** One way, if every character keeps its press throughout. */
function aligned(
  names: readonly PressName[],
  text: string,
  before: number,
  width: number,
): Omit<Alignment, 'identifier'> | undefined {
  const presses = new Map<string, PressName>();
  let separator: readonly PressName[] | undefined;
  let at = before;
  for (const character of text) {
    if (character === GS) {
      const these = names.slice(at, at + width);
      if (separator && separator.join() !== these.join()) return undefined;
      separator = these;
      at += width;
      continue;
    }
    const press = names[at++] ?? '';
    if ((presses.get(character) ?? press) !== press) return undefined;
    presses.set(character, press);
  }
  return { before: names.slice(0, before), behind: names.slice(at), separator: separator ?? [], presses };
}

/** Two alignments of two symbols as one, if they say the same. */
export function joined(one: Alignment, other: Alignment): Alignment | undefined {
  const frame = ({ before, behind, separator, identifier }: Alignment): string =>
    JSON.stringify([before, behind, separator, identifier]);
  if (frame(one) !== frame(other)) return undefined;
  const presses = new Map(one.presses);
  for (const [character, press] of other.presses) {
    if ((presses.get(character) ?? press) !== press) return undefined;
    presses.set(character, press);
  }
  return { ...one, presses };
}
