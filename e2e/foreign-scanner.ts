import type { Page } from '@playwright/test';

/** What the keys write, row by row from the top left: plain, then with Shift. `¤` stands for a dead key. */
const KEYBOARDS = {
  'United States': [
    ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'\\", '\\zxcvbnm,./'],
    ['~!@#$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:"|', '|ZXCVBNM<>?'],
  ],
  Germany: [
    ['¤1234567890ß¤', 'qwertzuiopü+', 'asdfghjklöä#', '<yxcvbnm,.-'],
    ['°!"§$%&/()=?¤', 'QWERTZUIOPÜ*', "ASDFGHJKLÖÄ'", '>YXCVBNM;:_'],
  ],
  France: [
    ['²&é"\'(-è_çà)=', 'azertyuiop¤$', 'qsdfghjklmù*', '<wxcvbn,;:!'],
    ['~1234567890°+', 'AZERTYUIOP¤£', 'QSDFGHJKLM%µ', '>WXCVBN?./§'],
  ],
} as const;

export type Country = keyof typeof KEYBOARDS;

const CODES: readonly (readonly string[])[] = [
  ['Backquote', ...[...'1234567890'].map((digit) => `Digit${digit}`), 'Minus', 'Equal'],
  [...[...'QWERTYUIOP'].map((letter) => `Key${letter}`), 'BracketLeft', 'BracketRight'],
  [...[...'ASDFGHJKL'].map((letter) => `Key${letter}`), 'Semicolon', 'Quote', 'Backslash'],
  ['IntlBackslash', ...[...'ZXCVBNM'].map((letter) => `Key${letter}`), 'Comma', 'Period', 'Slash'],
];

const CTRL = 2;
const SHIFT = 8;

/** The key that an American keyboard has for a character, and what the same key writes in `country`. */
function keyOf(character: string, country: Country) {
  if (character === '\r') return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  if (character === '\u001d') return { ...keyAt(1, 11, 0, country), text: '', modifiers: CTRL };
  const [plain, shifted] = KEYBOARDS['United States'];
  const level = plain.some((row) => row.includes(character)) ? 0 : 1;
  const rows: readonly string[] = level === 0 ? plain : shifted;
  const row = rows.findIndex((keys) => keys.includes(character));
  if (row === -1) throw new Error(`an American keyboard has no ${character}`);
  const column = rows[row]?.indexOf(character) ?? 0;
  return { ...keyAt(row, column, level, country), modifiers: level === 1 ? SHIFT : 0 };
}

function keyAt(row: number, column: number, level: number, country: Country) {
  const wrote = KEYBOARDS[country][level]?.[row]?.charAt(column) ?? '';
  const code = CODES[row]?.[column] ?? '';
  return wrote === '¤' ? { key: 'Dead', code } : { key: wrote, code, text: wrote };
}

/** A hand scanner that was never told where it is: it presses American keys, whatever the computer's keyboard. */
export async function scanFromAmerica(page: Page, text: string, computerIn: Country): Promise<void> {
  const input = await page.context().newCDPSession(page);
  await Promise.all(
    [...`${text}\r`]
      .map((character) => keyOf(character, computerIn))
      .flatMap((key) => [
        input.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
        input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
      ]),
  );
  await input.detach();
}
