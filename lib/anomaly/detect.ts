import type { Detected, DetectorMemory } from './detector.ts';
import { DETECTORS } from './detectors/index.ts';
import type { DetectorFacts } from './facts.ts';
import type { Sighting } from './sighting.ts';

/** Shows one sighting to every detector, in the order of the catalogue. */
export function detect(sighting: Sighting, facts: DetectorFacts, memory: DetectorMemory): Detected {
  const seen = DETECTORS.map((detector) => detector.see(sighting, facts, memory));
  return {
    findings: seen.flatMap(({ findings }) => findings),
    withdrawals: seen.flatMap(({ withdrawals }) => withdrawals),
  };
}

/** What the detectors may ask their memory for when they see a sighting. */
export const memoryKeysOf = (sighting: Sighting): readonly string[] => [
  ...new Set(DETECTORS.flatMap((detector) => detector.keysOf(sighting))),
];
