import type { Detected, DetectorMemory } from './detector.ts';
import { packsAwaited } from './packs-awaited.ts';
import type { EventSighting } from './sighting.ts';
import { withoutEffectOf } from './without-effect.ts';

/** Findings about unknown serials wait for the commissioning of their packs. */
export const COMMISSIONING_AWAITED = packsAwaited('d01');

/** custody.md 2: what is said of an unknown serial takes effect when its commissioning arrives. */
export function commissioned(sighting: EventSighting, memory: DetectorMemory): Detected {
  const without = withoutEffectOf(sighting);
  const packs = sighting.packs.filter((pack) => !without.has(pack));
  const { event: clearedBy, claim } = sighting;
  const cleared = COMMISSIONING_AWAITED.came(packs, memory);
  return {
    findings: [],
    withdrawals: cleared.map((finding) => ({ finding, at: claim.recordedAt, clearedBy })),
  };
}
