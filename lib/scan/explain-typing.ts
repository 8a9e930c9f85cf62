import { firstOutsideCset82 } from '../gs1/cset82.ts';
import { GS } from '../gs1/group-separator.ts';
import { DEAD } from './key-stroke.ts';
import type { ScanProblem } from './scan-fault.ts';
import { isWhole } from './sound-reading.ts';

/** A cause, and the characters that show it. */
type Explained = { readonly problem: ScanProblem; readonly at: number; readonly length: number };

/** A scanner's prefix or suffix is a short mark, not a text. */
const LONGEST_ADDED = 12;

/** The same twice: the whole code in one go, or each of its characters. */
export function explainDoubled(text: string, thisYear: number): Explained | undefined {
  const half = text.slice(0, text.length / 2);
  if (text === half + half && isWhole(half, thisYear)) {
    return { problem: { code: 'scan/doubled', twice: 'code' }, at: half.length, length: half.length };
  }
  const single = [...text].filter((_, at) => at % 2 === 0).join('');
  const doubled = [...single].map((character) => character + character).join('');
  return text === doubled && isWhole(single, thisYear)
    ? { problem: { code: 'scan/doubled', twice: 'character' }, at: 1, length: 1 }
    : undefined;
}

/** Capitals for small letters and the other way round. */
export function explainCase(text: string, capsLock: boolean, thisYear: number): Explained | undefined {
  const turned = caseTurned(text);
  if (turned === text || !isWhole(turned, thisYear)) return undefined;
  const at = text.search(/[a-z]/i);
  return { problem: { code: capsLock ? 'scan/caps-lock' : 'scan/letter-case' }, at, length: 1 };
}

const caseTurned = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );

/** Text before or behind a code that is sound without it. */
export function explainAddedText(text: string, thisYear: number): Explained | undefined {
  return addedBefore(text, thisYear) ?? addedBehind(text, thisYear, isNotInData);
}

/** A suffix of signs that are on every keyboard and in no code, such as `#` or a control character. */
export function explainSuffix(text: string, thisYear: number): Explained | undefined {
  return addedBehind(text, thisYear, isSign);
}

function addedBefore(text: string, thisYear: number): Explained | undefined {
  for (let length = 1; length <= Math.min(LONGEST_ADDED, text.length - 1); length++) {
    const found = text.slice(0, length);
    const rest = text.slice(length);
    if (found.endsWith(GS)) return undefined;
    if (/^(?:\][A-Za-z]\d|0[01]\d|https?:)/.test(rest) && isWhole(rest, thisYear)) {
      return { problem: problemBefore(found), at: 0, length };
    }
  }
  return undefined;
}

/** A symbology identifier whose bracket came as something else, or not at all, tells of another keyboard language. */
function problemBefore(found: string): ScanProblem {
  return /^.?(?:d2|C1|Q3)$/.test(found)
    ? { code: 'scan/keyboard-layout', typed: found.slice(0, -2) || DEAD, meant: ']' }
    : { code: 'scan/added-text', found };
}

/** Only a mark that cannot belong to the last field is known for one: other letters would be guessed away. */
function addedBehind(
  text: string,
  thisYear: number,
  opens: (character: string) => boolean,
): Explained | undefined {
  for (let length = 1; length <= Math.min(LONGEST_ADDED, text.length - 1); length++) {
    const at = text.length - length;
    const found = text.slice(at);
    if (found.startsWith(GS)) return undefined;
    if (opens(found.charAt(0)) && isWhole(text.slice(0, at), thisYear)) {
      return { problem: { code: 'scan/added-text', found }, at, length };
    }
  }
  return undefined;
}

/** What no element string holds: anything outside character set 82 but the separator, which is looked at before. */
const isNotInData = (character: string): boolean => firstOutsideCset82(character) === 0 && character !== DEAD;

/** Of these, the signs of ASCII and the control characters. */
const isSign = (character: string): boolean => isNotInData(character) && character < '\u007f';
