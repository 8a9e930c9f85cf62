import { DEAD, type KeyStroke, signatureOf, strokeText } from './key-stroke.ts';
import { KEY_ROWS, LAYOUT_TABLES, type LayoutId, type LayoutTable } from './keyboard-layouts.ts';

/** A layout both ways: what a key writes, and which key writes a character. */
export type KeyboardLayout = {
  readonly id: LayoutId;
  /** By signature such as `KeyY+S`; a dead key has {@link DEAD}. */
  readonly characters: ReadonlyMap<string, string>;
  /** The first key that writes a character. */
  readonly signatures: ReadonlyMap<string, string>;
};

const CODES = KEY_ROWS.map((row) => row.split(' '));

/** All layouts, in the order of the table. */
export const LAYOUTS: readonly KeyboardLayout[] = Object.entries(LAYOUT_TABLES).map(([id, table]) =>
  layoutOf(id as LayoutId, table),
);

function layoutOf(id: LayoutId, table: LayoutTable): KeyboardLayout {
  const characters = new Map([
    ...rowEntries(table.plain, ''),
    ...rowEntries(table.shift, '+S'),
    ...Object.entries(table.altGraph).map(([code, character]) => [`${code}+G`, character] as const),
  ]);
  // Some systems write the accent of a dead key at once.
  const signatures = new Map<string, string>();
  for (const [signature, character] of characters) {
    if (!signatures.has(character)) signatures.set(character, signature);
  }
  for (const dead of table.dead) characters.set(dead, DEAD);
  return { id, characters, signatures };
}

function rowEntries(rows: LayoutTable['plain'], modifier: string): readonly (readonly [string, string])[] {
  return rows.flatMap((row, r) =>
    [...row].flatMap((character, k) => {
      const code = CODES[r]?.[k];
      return code === undefined || character === ' ' ? [] : [[code + modifier, character] as const];
    }),
  );
}

/**
 * What the keys would have written under `layout`, whatever this computer's is: so a scanner that is set to `layout` meant
 * it. Control characters and keys beyond the letters stay as they are. `undefined` where the device did not tell the keys.
 */
export function writtenUnder(layout: KeyboardLayout, strokes: readonly KeyStroke[]): string | undefined {
  let text = '';
  for (const stroke of strokes) {
    const signature = signatureOf(stroke);
    if (signature === undefined) return undefined;
    text += layout.characters.get(signature) ?? strokeText(stroke) ?? '';
  }
  return text;
}

/**
 * What a scanner set to `scanner` meant, if this computer, set to `host`, wrote `text`. Characters that cannot have come so are
 * {@link DEAD}. With `capsLock`, letters and digits stood the other way round, as Caps Lock does on some keyboards.
 */
export function meantBy(
  text: string,
  host: KeyboardLayout,
  scanner: KeyboardLayout,
  capsLock = false,
): string {
  return [...text]
    .map((character) => {
      if (character <= ' ') return character;
      const signature = host.signatures.get(character);
      if (signature === undefined) return DEAD;
      return scanner.characters.get(capsLock ? underCapsLock(host, signature) : signature) ?? DEAD;
    })
    .join('');
}

/** Keyboards on which Caps Lock shifts the row of the digits too. */
export const CAPS_SHIFTS_DIGITS: ReadonlySet<LayoutId> = new Set<LayoutId>(['french', 'belgian']);

/** The key with its Shift turned round, where Caps Lock does that on this keyboard. */
function underCapsLock({ id, characters }: KeyboardLayout, signature: string): string {
  const code = signature.replace('+S', '');
  const isLetter = characters.get(code)?.toUpperCase() === characters.get(`${code}+S`);
  const isDigit = CAPS_SHIFTS_DIGITS.has(id) && /^(?:Digit.|Minus|Equal)$/.test(code);
  if (!isLetter && !isDigit) return signature;
  return signature === code ? `${code}+S` : code;
}

/** How well the keys agree with this computer having `layout`: the share of them, 0 to 1, that wrote what it says. */
export function agreement(layout: KeyboardLayout, strokes: readonly KeyStroke[]): number {
  let known = 0;
  let agreeing = 0;
  for (const stroke of strokes) {
    const signature = signatureOf(stroke);
    const wanted = signature === undefined ? undefined : layout.characters.get(signature);
    if (signature === undefined || wanted === undefined) continue;
    known++;
    const turned = stroke.capsLock ? layout.characters.get(underCapsLock(layout, signature)) : undefined;
    if ([wanted, turned].includes(strokeText(stroke))) agreeing++;
  }
  return known === 0 ? 0 : agreeing / known;
}
