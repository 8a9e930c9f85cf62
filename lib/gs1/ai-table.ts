import { AI_ROWS, type AiRow, MEASURE_FAMILIES } from './ai-rows.ts';

/** A stretch of an AI's value: its character set (N digits, X set 82, Y set 39, Z base64url), length and rules. */
export type AiComponent = {
  readonly charset: 'N' | 'X' | 'Y' | 'Z';
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
  /** Names of the linters that judge its content. */
  readonly linters: readonly string[];
};

/** What GS1 says of one Application Identifier. */
export type AiEntry = {
  readonly ai: string;
  readonly components: readonly AiComponent[];
  readonly maxLength: number;
  /** True where no separator need follow, because the first two digits fix the length. */
  readonly predefined: boolean;
  /** Any one of these groups must stand beside it; empty where it may stand alone. */
  readonly requires: readonly (readonly string[])[];
  /** None of these may stand beside it. Both lists hold AIs or patterns with `n` for a digit. */
  readonly excludes: readonly string[];
};

/** First two digits that fix the length of the element (General Specifications 7.8.5, figure 7.8.5-2). */
const PREDEFINED = new Set('00 01 02 03 04 11 12 13 14 15 16 17 18 19 20 31 32 33 34 35 36 41'.split(' '));

const COMPONENT = /^(\[?)([NXYZ])(\.\.)?(\d+)\]?(?:,(.+))?$/;

function componentOf(text: string): AiComponent {
  const [, bracket, charset, upTo, length, linters] = COMPONENT.exec(text) ?? [];
  if (charset !== 'N' && charset !== 'X' && charset !== 'Y' && charset !== 'Z') {
    throw new Error(`ai-rows: no format: ${text}`);
  }
  return {
    charset,
    min: upTo ? 1 : Number(length),
    max: Number(length),
    optional: bracket === '[',
    linters: linters?.split(',') ?? [],
  };
}

/** The AIs from `first` to `last`, written `first-last`, or the one written alone. */
function aisOf(range: string): readonly string[] {
  const [first = '', last = first] = range.split('-');
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, i) => String(Number(first) + i).padStart(first.length, '0'));
}

function entriesOf([range, format, requires, excludes]: AiRow): readonly AiEntry[] {
  const components = format.split(' ').map(componentOf);
  const shared = {
    components,
    maxLength: components.reduce((sum, { max }) => sum + max, 0),
    requires: requires ? requires.split(',').map((group) => group.split('+')) : [],
    excludes: excludes ? excludes.split(',') : [],
  };
  return aisOf(range).map((ai) => ({ ai, predefined: PREDEFINED.has(ai.slice(0, 2)), ...shared }));
}

const measureRows = MEASURE_FAMILIES.flatMap(([requires, families]) =>
  families
    .split(' ')
    .flatMap(aisOf)
    .map((family): AiRow => [`${family}0-${family}5`, 'N6', requires, `${family}n`]),
);

const TABLE: ReadonlyMap<string, AiEntry> = new Map(
  [...AI_ROWS, ...measureRows].flatMap(entriesOf).map((entry) => [entry.ai, entry]),
);

/** The entry of an AI, or `undefined` where GS1 has given no meaning to it. */
export const aiEntry = (ai: string): AiEntry | undefined => TABLE.get(ai);

/** The entry whose AI opens `text` at `at`. No AI is the beginning of another, so there is at most one. */
export function aiEntryAt(text: string, at: number): AiEntry | undefined {
  for (let length = 2; length <= 4; length++) {
    const entry = TABLE.get(text.slice(at, at + length));
    if (entry) return entry;
  }
  return undefined;
}

/** True where `ai` is the AI `pattern` names, `n` standing for any digit. */
export function matchesAi(pattern: string, ai: string): boolean {
  if (pattern.length !== ai.length) return false;
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] !== 'n' && pattern[i] !== ai[i]) return false;
  }
  return true;
}
