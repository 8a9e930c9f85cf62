import { splitAimPrefix, symbolKindOf } from '../gs1/aim-prefix.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { explainLayout } from './explain-layout.ts';
import { explainAddedText, explainCase, explainDoubled, explainSuffix } from './explain-typing.ts';
import { readScan, type ScanReading } from './read-scan.ts';
import { scanCure } from './scan-cure.ts';
import type { ScanFault, ScanProblem } from './scan-fault.ts';
import { isWhole, isWholeButSeparators, soundnessOf } from './sound-reading.ts';
import type { TypedScan } from './typed-scan.ts';

/** A pack's code and its line end take a scanner less than this between two keys; a person takes longer. */
const SLOW_MS = 50;

/**
 * Judges what a hand scanner typed on a workstation without self-test. As {@link readScan}, and besides names what the keys
 * tell: another keyboard language, Caps Lock, text added, the same twice, a scan too slow to be trusted. Nothing is mended.
 */
export function readTypedScan(typed: TypedScan, thisYear: number): Result<ScanReading, ScanFault> {
  const text = typed.text;
  const reading = readScan(text, { source: 'wedge', thisYear });
  if (typed.paceMs > SLOW_MS)
    return err(typedFault(typed, { code: 'scan/slow', paceMs: typed.paceMs }, 0, 0));
  if (!reading.ok) return err(explain(typed, reading.error, thisYear));
  return caseIsDoubtful(typed)
    ? err(typedFault(typed, { code: 'scan/caps-lock' }, firstLetter(text), 1))
    : ok(reading.value);
}

/** Completes a fault of typed text. */
export function typedFault(typed: TypedScan, problem: ScanProblem, at: number, length: number): ScanFault {
  return { ...problem, at, length, read: typed.text, cure: scanCure(problem, 'wedge') };
}

/**
 * With Caps Lock on, capitals may be small letters and the other way round, unless the symbology identifier came through in
 * its right case, as it does from scanners that make up for Caps Lock.
 */
function caseIsDoubtful({ text, strokes }: TypedScan): boolean {
  const { identifier, dataAt } = splitAimPrefix(text);
  if (identifier !== undefined && symbolKindOf(identifier) !== 'unknown') return false;
  return /[a-z]/i.test(text.slice(dataAt)) && strokes.some(capsLockShows);
}

const capsLockShows = ({ key, code, shift, capsLock }: TypedScan['strokes'][number]): boolean =>
  capsLock === true || (shift === true && /^Key/.test(code ?? '') && /^[a-z]$/.test(key));

const firstLetter = (text: string): number => text.search(/[a-z]/i);

/** Faults of the symbol itself, which no keyboard makes. */
const OF_SYMBOL = new Set<ScanProblem['code']>([
  'scan/empty',
  'scan/product-only',
  'scan/web-address',
  'scan/format-06',
  'scan/other-system',
]);

function explain(typed: TypedScan, fault: ScanFault, thisYear: number): ScanFault {
  const { text } = typed;
  if (OF_SYMBOL.has(fault.code)) return fault;
  const capsLock = typed.strokes.some(capsLockShows);
  if (fault.code === 'scan/letter-case') {
    return capsLock ? typedFault(typed, { code: 'scan/caps-lock' }, fault.at, fault.length) : fault;
  }
  const whole = (each: string): boolean => isWhole(each, thisYear);
  if (fault.code === 'scan/separator-replaced' && isWholeButSeparators(text, thisYear)) return fault;
  const told =
    explainDoubled(text, thisYear) ??
    explainCase(text, capsLock, thisYear) ??
    explainSuffix(text, thisYear) ??
    explainLayout(typed, whole) ??
    explainAddedText(text, thisYear) ??
    explainTwofold(typed, thisYear);
  return told ? typedFault(typed, told.problem, told.at, told.length) : fault;
}

/** Another keyboard language, and separators lost or replaced besides: the language is what to mend first. */
function explainTwofold(typed: TypedScan, thisYear: number): ReturnType<typeof explainLayout> {
  if (soundnessOf(typed.text, thisYear) !== 'none') return undefined;
  return explainLayout(
    typed,
    (text) => soundnessOf(text, thisYear) !== 'none' || isWholeButSeparators(text, thisYear),
  );
}
