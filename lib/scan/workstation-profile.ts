/** What one press of a key stands for: its signature, or `=` with what it wrote where the device does not tell the key. */
export type PressName = string;

/** What a self-test found of one workstation's scanner, and by which its scans are read from then on. */
export type WorkstationProfile = {
  readonly version: 1;
  /** ISO 8601: when the test was made. */
  readonly madeAt: string;
  /** The character of the symbol behind each press. No two characters share one. */
  readonly characters: Readonly<Record<PressName, string>>;
  /** What the press wrote on this computer: it tells when the computer's keyboard language is changed. */
  readonly wrote: Readonly<Record<PressName, string>>;
  /** The presses that stand for the group separator; the first of them stands for nothing else. */
  readonly separator: readonly PressName[];
  /** What the scanner adds before and behind every code. */
  readonly before: readonly PressName[];
  readonly behind: readonly PressName[];
  /** True where the scanner sends the symbology identifier. */
  readonly identifier: boolean;
  /** True where a line end follows every code. */
  readonly lineEnd: boolean;
  readonly capsLock: boolean;
};

/** Reads a kept profile; `undefined` for none, one of another version, or one that is not whole. */
export function parseProfile(text: string | null): WorkstationProfile | undefined {
  const kept = objectOf(text);
  const { madeAt, identifier, lineEnd, capsLock } = kept;
  const characters = wordsByWord(kept['characters']);
  const wrote = wordsByWord(kept['wrote']);
  const [separator, before, behind] = [kept['separator'], kept['before'], kept['behind']].map(wordList);
  const whole =
    kept['version'] === 1 &&
    typeof madeAt === 'string' &&
    typeof identifier === 'boolean' &&
    typeof lineEnd === 'boolean' &&
    typeof capsLock === 'boolean';
  if (!whole || !characters || !wrote || !separator?.length || !before || !behind) return undefined;
  return { version: 1, madeAt, characters, wrote, separator, before, behind, identifier, lineEnd, capsLock };
}

function objectOf(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const wordList = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;

function wordsByWord(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : undefined;
}
