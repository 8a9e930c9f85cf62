import { GS } from '../gs1/group-separator.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type KeyStroke, strokeText } from './key-stroke.ts';
import { pressNameOf } from './press-name.ts';
import { readScan, type ScanReading } from './read-scan.ts';
import { readTypedScan, typedFault } from './read-typed-scan.ts';
import type { ScanFault, ScanProblem } from './scan-fault.ts';
import type { TypedScan } from './typed-scan.ts';
import type { WorkstationProfile } from './workstation-profile.ts';

/** The identifiers of all symbols that scanners read: `]` and two characters. */
const IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]/;

/**
 * Judges what a hand scanner typed on a workstation whose self-test found `profile`. Each press stands for the character that
 * the test found behind it, so that what was meant is read whatever the computer wrote; what the test did not show is not
 * sent. Errors as {@link readTypedScan}.
 */
export function readByProfile(
  typed: TypedScan,
  profile: WorkstationProfile,
  thisYear: number,
): Result<ScanReading, ScanFault> {
  const meant = meantText(typed, profile);
  if (!meant.ok) return err(likelierCause(typed, meant.error, thisYear));
  const reading = readScan(meant.value, { source: 'wedge', thisYear });
  if (reading.ok) return reading;
  // A scanner that makes up for Caps Lock turns its Shift round, which the identifier shows.
  const caps = reading.error.code === 'scan/letter-case' && capsDiffers(typed, profile) !== -1;
  return err(
    caps ? typedFault(typed, { code: 'scan/caps-lock' }, 0, 1) : { ...reading.error, read: meant.value },
  );
}

/** What changed since the test, by its own name where that is known: an unlike press may be another keyboard language. */
function likelierCause(typed: TypedScan, unlike: ScanFault, thisYear: number): ScanFault {
  if (unlike.code !== 'scan/unlike-self-test') return unlike;
  const told = readTypedScan(typed, thisYear);
  if (told.ok) return unlike;
  return NAMED.has(told.error.code) ? told.error : unlike;
}

const NAMED = new Set<ScanProblem['code']>([
  'scan/keyboard-layout',
  'scan/caps-lock',
  'scan/letter-case',
  'scan/separator-replaced',
  'scan/doubled',
  'scan/added-text',
  'scan/slow',
  'scan/web-address',
  'scan/format-06',
  'scan/other-system',
]);

/** The text as the symbol holds it, identifier included, or the first thing that the self-test did not show. */
function meantText(typed: TypedScan, profile: WorkstationProfile): Result<string, ScanFault> {
  if (profile.lineEnd && typed.ended === 'silence') {
    return err(typedFault(typed, { code: 'scan/cut-off' }, typed.text.length, 0));
  }
  const names = typed.strokes.map(pressNameOf);
  const framed =
    startsWith(names, 0, profile.before) &&
    startsWith(names, names.length - profile.behind.length, profile.behind);
  if (!framed) return err(unlike(typed, 'added-text', 0));
  const inner = names.slice(profile.before.length, names.length - profile.behind.length);
  const text = charactersOf(inner, profile);
  if (!text.ok) return err(unlike(typed, 'key', text.error + profile.before.length));
  if (profile.identifier && !IDENTIFIER.test(text.value)) {
    return err(unlike(typed, 'identifier', profile.before.length));
  }
  const caps = capsFault(typed, profile, text.value);
  if (caps) return err(caps);
  const changed = typed.strokes.findIndex((stroke) => wroteOtherwise(stroke, profile));
  return changed === -1 ? ok(text.value) : err(unlike(typed, 'keyboard', changed));
}

/** Each press as its character; the place of the first press that the test did not show otherwise. */
function charactersOf(names: readonly string[], profile: WorkstationProfile): Result<string, number> {
  let text = '';
  for (let at = 0; at < names.length; ) {
    if (startsWith(names, at, profile.separator)) {
      text += GS;
      at += profile.separator.length;
      continue;
    }
    const character = characterBehind(names[at] ?? '', profile);
    if (character === undefined) return err(at);
    text += character;
    at++;
  }
  return ok(text);
}

const characterBehind = (name: string, { characters }: WorkstationProfile): string | undefined =>
  Object.hasOwn(characters, name) ? characters[name] : undefined;

const startsWith = (names: readonly string[], from: number, wanted: readonly string[]): boolean =>
  from >= 0 && wanted.every((name, k) => names[from + k] === name);

/** The computer's keyboard language is another than at the test. Case is Caps Lock's affair. */
function wroteOtherwise(stroke: KeyStroke, { wrote }: WorkstationProfile): boolean {
  const name = pressNameOf(stroke);
  if (!Object.hasOwn(wrote, name)) return false;
  return (wrote[name] ?? '').toLowerCase() !== (strokeText(stroke) ?? '').toLowerCase();
}

/**
 * Caps Lock is not as it was at the test. A scanner that makes up for it turns its Shift round, so letters are in doubt,
 * unless the identifier shows them in their right case.
 */
function capsFault(typed: TypedScan, profile: WorkstationProfile, meant: string): ScanFault | undefined {
  const at = capsDiffers(typed, profile);
  const doubtful = !profile.identifier && /[a-z]/i.test(meant);
  // Where Caps Lock also shifts digits, the keys look like another language's.
  const shifted = typed.strokes.some((stroke) => wroteOtherwise(stroke, profile));
  return at !== -1 && (doubtful || shifted)
    ? typedFault(typed, { code: 'scan/caps-lock' }, placeOf(typed, at), 1)
    : undefined;
}

const capsDiffers = ({ strokes }: TypedScan, profile: WorkstationProfile): number =>
  strokes.findIndex(({ capsLock }) => (capsLock ?? false) !== profile.capsLock);

const unlike = (
  typed: TypedScan,
  what: Extract<ScanProblem, { code: 'scan/unlike-self-test' }>['what'],
  stroke: number,
): ScanFault => typedFault(typed, { code: 'scan/unlike-self-test', what }, placeOf(typed, stroke), 1);

/** Where in the text a press stands. */
const placeOf = ({ strokes }: TypedScan, stroke: number): number =>
  strokes.slice(0, stroke).reduce((sum, each) => sum + (strokeText(each) ?? '').length, 0);
