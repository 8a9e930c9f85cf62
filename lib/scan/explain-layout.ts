import { DEAD } from './key-stroke.ts';
import {
  agreement,
  CAPS_SHIFTS_DIGITS,
  type KeyboardLayout,
  LAYOUTS,
  meantBy,
  writtenUnder,
} from './keyboard-layout.ts';
import type { ScanProblem } from './scan-fault.ts';
import type { TypedScan } from './typed-scan.ts';

type LayoutProblem = Extract<ScanProblem, { code: 'scan/keyboard-layout' | 'scan/caps-lock' }>;

/** A cause and the character that shows it. */
type Explained = { readonly problem: LayoutProblem; readonly at: number; readonly length: number };

/** Whether a text makes sense. */
type MakesSense = (text: string) => boolean;

/**
 * The keyboard language that a scanner must be set to for what came to make sense, where another is needed than this
 * computer's; or that Caps Lock is on. `undefined` where no language known makes sense of it.
 */
export function explainLayout(typed: TypedScan, makesSense: MakesSense): Explained | undefined {
  return explainByKeys(typed, makesSense) ?? explainByText(typed.text, makesSense);
}

/** By the keys that were pressed, which tell at once what every language would have written. */
function explainByKeys(typed: TypedScan, makesSense: MakesSense): Explained | undefined {
  const host = hostOf(typed);
  for (const scanner of LAYOUTS) {
    const meant = writtenUnder(scanner, typed.strokes);
    if (meant === undefined) return undefined;
    if (meant === typed.text || !makesSense(meant)) continue;
    return explained(typed.text, meant, scanner, host);
  }
  return undefined;
}

/** By the text alone, trying what every pair of languages does to it. */
function explainByText(text: string, makesSense: MakesSense): Explained | undefined {
  for (const scanner of LAYOUTS) {
    for (const host of LAYOUTS) {
      if (scanner === host && !CAPS_SHIFTS_DIGITS.has(host.id)) continue;
      const meant = readings(meantBy(text, host, scanner, scanner === host)).find(makesSense);
      if (meant !== undefined && meant !== text) return explained(text, meant, scanner, host);
    }
  }
  return undefined;
}

/** The share of characters that may be unknown, because their key is dead or has nothing to write here. */
const MOST_UNKNOWN = 0.2;

/** What a text may be where some of it is unknown: the bracket of its identifier, or letters and signs of a field. */
function readings(meant: string): readonly string[] {
  const unknown = meant.split(DEAD).length - 1;
  if (unknown > meant.length * MOST_UNKNOWN) return [];
  const filled = meant.replaceAll(DEAD, '0');
  const lost = /^[dCQ]\d/.test(meant) ? [`]${filled}`] : [];
  const mangled = /^.[dCQ]\d/.test(meant) ? [`]${filled.slice(1)}`] : [];
  return [filled, ...lost, ...mangled];
}

function explained(
  typed: string,
  meant: string,
  scanner: KeyboardLayout,
  host: KeyboardLayout | undefined,
): Explained {
  const [was, wanted] = [[...typed], [...meant]];
  const at = Math.max(
    0,
    was.findIndex((character, k) => character !== wanted[k]),
  );
  if (scanner === host) return { problem: { code: 'scan/caps-lock' }, at, length: 1 };
  const which = { scanner: scanner.id, ...(host ? { host: host.id } : {}) };
  const difference = { typed: was[at] ?? DEAD, meant: wanted[at] ?? '' };
  return { problem: { code: 'scan/keyboard-layout', ...which, ...difference }, at, length: 1 };
}

/** The language this computer has, by what its keys wrote; `undefined` where they agree with none known. */
export function hostOf(typed: TypedScan): KeyboardLayout | undefined {
  const ranked = LAYOUTS.map((layout) => ({ layout, share: agreement(layout, typed.strokes) }));
  const best = ranked.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= 0.9 ? best.layout : undefined;
}
