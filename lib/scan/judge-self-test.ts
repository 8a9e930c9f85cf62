import { type Alignment, alignments, joined } from './align-self-test.ts';
import { hostOf } from './explain-layout.ts';
import { type KeyStroke, strokeText } from './key-stroke.ts';
import { LAYOUTS } from './keyboard-layout.ts';
import type { LayoutId } from './keyboard-layouts.ts';
import { pressNameOf } from './press-name.ts';
import type { SelfTestFinding } from './self-test-finding.ts';
import { SELF_TEST_SYMBOLS } from './self-test-symbol.ts';
import type { TypedScan } from './typed-scan.ts';
import type { WorkstationProfile } from './workstation-profile.ts';

/** What two scans of the self-test say of a workstation. */
export type SelfTestResult = {
  readonly findings: readonly SelfTestFinding[];
  /** How scans are read here from now on; absent where what arrives does not say for certain what was meant. */
  readonly profile?: WorkstationProfile;
};

/** Scanners need a few milliseconds a key; from here on a busy computer loses keys. */
const SLOW_MS = 40;

/**
 * Lays the scans of the first and the second symbol beside what they hold. The profile is certain: it is given only if there
 * is one single way to lay them, every character has a press of its own, and separators arrive as something no character
 * does; and characters are put right only where every later scan proves by its identifier that the scanner is still set as it
 * was. `madeAt` is the time of the test (ISO 8601).
 */
export function judgeSelfTest(first: TypedScan, second: TypedScan, madeAt: string): SelfTestResult {
  const ways = jointWays(first, second);
  const withIdentifier = ways.filter(({ identifier }) => identifier);
  const [way, ...others] = withIdentifier.length > 0 ? withIdentifier : ways;
  if (!way) return { findings: [unalignable(first)] };
  const wrote = wroteOf([...first.strokes, ...second.strokes]);
  const characters = characterFindings(way, wrote, first);
  const findings = [
    ...characters,
    ...separatorFindings(way, wrote),
    ...frameFindings(way, wrote, first, second),
  ];
  const certain =
    others.length === 0 &&
    !findings.some(({ code }) => UNMENDABLE.has(code)) &&
    (characters.length === 0 || provesItself(way, [first, second]));
  return certain ? { findings, profile: profileOf(way, wrote, [first, second], madeAt) } : { findings };
}

/** Faults after which what was meant cannot be known. */
const UNMENDABLE = new Set<SelfTestFinding['code']>([
  'self-test/alike',
  'self-test/separator-lost',
  'self-test/separator-unclear',
]);

/**
 * True where a scanner that is set otherwise later on cannot pass for this one: the keys are known, and of all keyboard
 * languages that have the identifier's bracket at the same key none puts a character of a code on the key of another.
 */
function provesItself({ identifier, presses }: Alignment, scans: readonly TypedScan[]): boolean {
  const keysTold = scans.every(({ strokes }) => strokes.every(({ code }) => code));
  const bracket = presses.get(']');
  if (!identifier || !keysTold || bracket === undefined) return false;
  const behind = new Map([...presses].map(([character, press]) => [press, character]));
  return LAYOUTS.filter(({ characters }) => characters.get(bracket) === ']').every(({ signatures }) =>
    [...presses.keys()].every((character) => {
      const press = signatures.get(character);
      return press === undefined || (behind.get(press) ?? character) === character;
    }),
  );
}

function jointWays(first: TypedScan, second: TypedScan): readonly Alignment[] {
  const [one, two] = SELF_TEST_SYMBOLS;
  const ofSecond = alignments(second.strokes, two.text);
  return alignments(first.strokes, one.text).flatMap((way) =>
    ofSecond.flatMap((other) => {
      const both = joined(way, other);
      return both ? [both] : [];
    }),
  );
}

function unalignable({ strokes }: TypedScan): SelfTestFinding {
  const names = strokes.map(pressNameOf);
  const pairs = names.filter((name, at) => at % 2 === 0 && name === names[at + 1]).length;
  return { code: pairs * 2 >= names.length * 0.9 ? 'self-test/doubled' : 'self-test/unreadable' };
}

/** What each press wrote on this computer. */
const wroteOf = (strokes: readonly KeyStroke[]): ReadonlyMap<string, string> =>
  new Map(strokes.map((stroke) => [pressNameOf(stroke), strokeText(stroke) ?? '']));

type Wrote = ReadonlyMap<string, string>;

const written = (names: readonly string[], wrote: Wrote): string =>
  names.map((name) => wrote.get(name) ?? '').join('');

function characterFindings(
  { presses }: Alignment,
  wrote: Wrote,
  scan: TypedScan,
): readonly SelfTestFinding[] {
  const alike = alikeAmong(presses);
  if (alike.length > 0) return [{ code: 'self-test/alike', characters: alike }];
  const different = [...presses]
    .map(([meant, press]) => ({ meant, typed: wrote.get(press) ?? '' }))
    .filter(({ meant, typed }) => meant !== typed);
  const [shown] = different;
  if (!shown) return [];
  if (different.every(({ meant, typed }) => meant !== typed && meant.toLowerCase() === typed.toLowerCase())) {
    const capsLock = scan.strokes.some((stroke) => stroke.capsLock);
    return [{ code: capsLock ? 'self-test/caps-lock' : 'self-test/letter-case' }];
  }
  const telling = different.find(({ meant }) => /[a-z0-9]/i.test(meant)) ?? shown;
  const scanner = scannerOf(presses);
  const host = hostOf(scan)?.id;
  return [
    {
      code: 'self-test/keyboard-layout',
      ...(scanner ? { scanner } : {}),
      ...(host ? { host } : {}),
      ...telling,
    },
  ];
}

/** The characters that share a press with another. */
function alikeAmong(presses: Alignment['presses']): readonly string[] {
  const sharers = Map.groupBy(presses.keys(), (character) => presses.get(character));
  return [...sharers.values()].filter((all) => all.length > 1).flat();
}

/** The keyboard language the scanner types for: the one under which nearly every press is what was meant. */
function scannerOf(presses: Alignment['presses']): LayoutId | undefined {
  const share = (characters: ReadonlyMap<string, string>): number =>
    [...presses].filter(([meant, press]) => characters.get(press) === meant).length / presses.size;
  const ranked = LAYOUTS.map(({ id, characters }) => ({ id, share: share(characters) }));
  const best = ranked.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= 0.9 ? best.id : undefined;
}

function separatorFindings({ separator, presses }: Alignment, wrote: Wrote): readonly SelfTestFinding[] {
  const [opening] = separator;
  if (opening === undefined) return [{ code: 'self-test/separator-lost' }];
  const found = written(separator, wrote);
  if ([...presses.values()].includes(opening)) return [{ code: 'self-test/separator-unclear', found }];
  return found === '\u001d' ? [] : [{ code: 'self-test/separator-replaced', found }];
}

function frameFindings(
  way: Alignment,
  wrote: Wrote,
  first: TypedScan,
  second: TypedScan,
): readonly SelfTestFinding[] {
  const findings: SelfTestFinding[] = [];
  if (way.before.length + way.behind.length > 0) {
    const [before, behind] = [written(way.before, wrote), written(way.behind, wrote)];
    findings.push({ code: 'self-test/added-text', before, behind });
  }
  if (!way.identifier) findings.push({ code: 'self-test/no-identifier' });
  if ([first, second].some(({ ended }) => ended === 'silence')) {
    findings.push({ code: 'self-test/no-line-end' });
  }
  const paceMs = Math.max(first.paceMs, second.paceMs);
  if (paceMs > SLOW_MS) findings.push({ code: 'self-test/slow', paceMs });
  return findings;
}

function profileOf(
  way: Alignment,
  wrote: Wrote,
  scans: readonly TypedScan[],
  madeAt: string,
): WorkstationProfile {
  return {
    version: 1,
    madeAt,
    characters: Object.fromEntries([...way.presses].map(([character, press]) => [press, character])),
    wrote: Object.fromEntries(wrote),
    separator: way.separator,
    before: way.before,
    behind: way.behind,
    identifier: way.identifier,
    lineEnd: scans.every(({ ended }) => ended !== 'silence'),
    capsLock: scans.some(({ strokes }) => strokes.some(({ capsLock }) => capsLock)),
  };
}
