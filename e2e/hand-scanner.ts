import type { Page } from '@playwright/test';
import type { Pack } from './demo-world.ts';

const GS = '\u001d';

/** What is printed in a pack's symbol, serial before the rest, so that GS must part it from what follows. */
export const symbolOf = ({ gtin, serial, batch, expiry }: Pack): string =>
  `01${gtin}21${serial}${GS}17${expiry}10${batch}`;

/** How scanners send the separator between two fields: as the character itself, or as Ctrl and ]. */
type Separator = 'control character' | 'Ctrl ]';

const CTRL = 2;

/** A key as the browser's input takes it. A character of the print is typed; GS and Enter are keys of their own. */
function keyOf(character: string, separator: Separator) {
  if (character === '\r') return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  if (character !== GS) return { key: character, text: character };
  return separator === 'Ctrl ]' ? { key: ']', modifiers: CTRL } : { key: GS, modifiers: 0 };
}

/**
 * A hand scanner that types: every character a key press, far faster than anyone types, Enter at the end. The
 * presses are handed over together, so that a busy machine does not tear them apart.
 */
export async function scanByHand(
  page: Page,
  text: string,
  separator: Separator = 'control character',
): Promise<void> {
  const input = await page.context().newCDPSession(page);
  const keys = [...text, '\r'].map((character) => keyOf(character, separator));
  await Promise.all(
    keys.flatMap((key) => [
      input.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
    ]),
  );
  await input.detach();
}
