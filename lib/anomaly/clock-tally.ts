import type { Gln } from '../gs1/gln.ts';
import type { DetectorMemory } from './detector.ts';
import type { ImpossiblePair } from './impossible-pairs.ts';
import { PARAMETERS } from './parameters.ts';
import { rememberedBy } from './remembered.ts';
import type { Stop } from './track.ts';
import { isImpossible } from './travel.ts';

const DAY_MS = 86_400_000;
const SHIFTS = PARAMETERS.d21.shiftsMs.flatMap((shift) => [shift, -shift]);

/** The impossible ways that a place has had a part in on one day. */
export const tallyKey = (location: Gln, at: number): string =>
  `d21/clock/${location}/${Math.floor(at / DAY_MS)}`;

/** A wrong clock or zone at a place, and what was found because of it. */
export interface WrongClock {
  readonly stop: Stop;
  readonly shiftMs: number;
  readonly findings: readonly string[];
}

/** The shifts of one of the two clocks that would make the way possible. */
export const shiftsThatExplain = ({ leg }: ImpossiblePair): readonly number[] =>
  SHIFTS.filter((shift) => !isImpossible({ ...leg, apartMs: Math.abs(leg.apartMs + shift) }));

/**
 * Counts an impossible way at both of its places: one shift of the clock that explains four fifths of at least three ways of a day is a
 * wrong clock. `found` are the findings of this way.
 */
export function countPair(
  pair: ImpossiblePair,
  found: readonly string[],
  memory: DetectorMemory,
): WrongClock | undefined {
  const ends = [
    { stop: pair.before, sign: -1 },
    { stop: pair.after, sign: 1 },
  ];
  for (const { stop, sign } of ends) {
    const clock = countAt(stop, sign, pair, found, memory);
    if (clock) return clock;
  }
  return undefined;
}

function countAt(
  stop: Stop,
  sign: number,
  pair: ImpossiblePair,
  found: readonly string[],
  memory: DetectorMemory,
): WrongClock | undefined {
  if (stop.location === undefined) return undefined;
  const key = tallyKey(stop.location, stop.at);
  const kept = rememberedBy(memory.get(key));
  const count = Number(kept.get('n') ?? 0) + 1;
  const tally: Record<string, string | number> = { ...Object.fromEntries(kept), n: count };
  for (const shift of shiftsThatExplain(pair)) {
    const name = String(shift * sign);
    tally[name] = Number(tally[name] ?? 0) + 1;
  }
  const findings = [...(kept.get('findings') ?? '').split(' ').filter((id) => id !== ''), ...found];
  tally['findings'] = findings.slice(-PARAMETERS.mostOpen).join(' ');
  memory.set(key, tally);
  const best = SHIFTS.toSorted((a, b) => Number(tally[b] ?? 0) - Number(tally[a] ?? 0))[0] ?? 0;
  if (count < PARAMETERS.d21.leastPairs || Number(tally[best] ?? 0) < PARAMETERS.d21.explained * count)
    return undefined;
  return { stop, shiftMs: best, findings };
}
