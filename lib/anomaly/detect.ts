import type { Detected, DetectorMemory } from './detector.ts';
import { DETECTORS } from './detectors/index.ts';
import type { DetectorFacts } from './facts.ts';
import { isInspection } from './is-inspection.ts';
import type { Sighting } from './sighting.ts';

/** Shows one sighting to every detector, in the order of the catalogue. */
export function detect(sighting: Sighting, facts: DetectorFacts, memory: DetectorMemory): Detected {
  if (isInspection(sighting, facts)) return { findings: [], withdrawals: [] };
  const own = within(sighting.realm, memory);
  const seen = DETECTORS.map((detector) => detector.see(sighting, facts, own));
  return {
    findings: seen.flatMap(({ findings }) => findings),
    withdrawals: seen.flatMap(({ withdrawals }) => withdrawals),
  };
}

/** What the detectors may ask their memory for when they see a sighting. */
export function memoryKeysOf(sighting: Sighting, facts: DetectorFacts): readonly string[] {
  const keys = DETECTORS.flatMap((detector) => detector.keysOf(sighting, facts));
  return [...new Set(keys)].map((key) => keyWithin(sighting.realm, key));
}

/** What they may ask for beside, now that `memory` holds what was remembered under {@link memoryKeysOf}. */
export function linkedMemoryKeysOf(sighting: Sighting, memory: DetectorMemory): readonly string[] {
  const own = within(sighting.realm, memory);
  const keys = DETECTORS.flatMap((detector) => detector.linkedKeysOf?.(sighting, own) ?? []);
  return [...new Set(keys)].map((key) => keyWithin(sighting.realm, key));
}

/** A sandbox plays with the same serials as the real world: what happens there must clear nothing here. */
const keyWithin = (realm: number, key: string): string => `${realm}/${key}`;

const within = (realm: number, memory: DetectorMemory): DetectorMemory => ({
  get: (key) => memory.get(keyWithin(realm, key)),
  set: (key, value) => memory.set(keyWithin(realm, key), value),
});
