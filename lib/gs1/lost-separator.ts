import { aiEntry } from './ai-table.ts';
import type { PlacedAi } from './digital-link-path.ts';
import { parseElementString } from './element-string.ts';
import { GS } from './group-separator.ts';

/** A place where a separator may have been: `swallowed` is the AI that would begin there. */
export type LostSeparator = { readonly at: number; readonly swallowed: string };

/** What a pack's symbol says besides its product: serial number, batch, expiry. */
const EXPECTED = ['21', '10', '17'];

/**
 * Where a separator was probably lost on the way from the symbol: no GS in the whole text, a last value of
 * variable length, and inside it the beginning of an AI that the symbol of a pack has and these elements lack.
 * Which reading is right cannot be known, so nothing is mended here.
 */
export function lostSeparator(text: string, elements: readonly PlacedAi[]): LostSeparator | undefined {
  const last = elements.at(-1);
  if (text.includes(GS) || !last || aiEntry(last.ai)?.predefined) return undefined;
  const absent = EXPECTED.filter((ai) => !elements.some((element) => element.ai === ai));
  for (let i = 1; i < last.value.length; i++) {
    const rest = last.value.slice(i);
    const swallowed = absent.find((ai) => rest.startsWith(ai));
    if (swallowed && parseElementString(rest).ok) return { at: last.at + i, swallowed };
  }
  return undefined;
}
