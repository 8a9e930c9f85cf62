import { countCoverage, coverageKeysOf } from './coverage-kept.ts';
import { type Detected, type DetectorMemory, type DueTimer, NOTHING } from './detector.ts';
import { DETECTORS } from './detectors/index.ts';
import type { DetectorFacts } from './facts.ts';
import { isInspection } from './is-inspection.ts';
import type { Sighting } from './sighting.ts';

/** Shows one sighting to every detector, in the order of the catalogue. */
export function detect(sighting: Sighting, facts: DetectorFacts, memory: DetectorMemory): Detected {
  if (isInspection(sighting, facts)) return { findings: [], withdrawals: [] };
  const own = within(sighting.realm, memory);
  const seen = DETECTORS.map((detector) => detector.see(sighting, facts, own));
  countCoverage(sighting, own);
  return {
    findings: seen.flatMap(({ findings }) => findings),
    withdrawals: seen.flatMap(({ withdrawals }) => withdrawals),
    timers: seen.flatMap(({ timers }) => timers ?? []),
  };
}

/** Tells a detector that a timer of its own has come due. */
export const detectDue = (timer: DueTimer, facts: DetectorFacts, memory: DetectorMemory): Detected =>
  detectorOf(timer)?.due?.(timer, facts, within(timer.realm, memory)) ?? NOTHING;

/** What the detector may ask its memory for then. */
export const memoryKeysOfDue = (timer: DueTimer, facts: DetectorFacts): readonly string[] =>
  (detectorOf(timer)?.keysOfDue?.(timer, facts) ?? []).map((key) => keyWithin(timer.realm, key));

const detectorOf = ({ detector }: DueTimer) => DETECTORS.find(({ id }) => id === detector);

/** What the detectors may ask their memory for when they see a sighting. */
export function memoryKeysOf(sighting: Sighting, facts: DetectorFacts): readonly string[] {
  const keys = DETECTORS.flatMap((detector) => detector.keysOf(sighting, facts));
  keys.push(...coverageKeysOf(sighting));
  return [...new Set(keys)].map((key) => keyWithin(sighting.realm, key));
}

/** What they may ask for beside, now that `memory` holds what was remembered under {@link memoryKeysOf}. */
export function linkedMemoryKeysOf(
  sighting: Sighting,
  memory: DetectorMemory,
  facts: DetectorFacts,
): readonly string[] {
  const own = within(sighting.realm, memory);
  const keys = DETECTORS.flatMap((detector) => detector.linkedKeysOf?.(sighting, own, facts) ?? []);
  return [...new Set(keys)].map((key) => keyWithin(sighting.realm, key));
}

/** A sandbox plays with the same serials as the real world: what happens there must clear nothing here. */
const keyWithin = (realm: number, key: string): string => `${realm}/${key}`;

const within = (realm: number, memory: DetectorMemory): DetectorMemory => ({
  get: (key) => memory.get(keyWithin(realm, key)),
  set: (key, value) => memory.set(keyWithin(realm, key), value),
});
