import type { Gln } from '../gs1/gln.ts';
import { type CoverageCount, custodyCoverage } from './custody-coverage.ts';
import type { DetectorMemory } from './detector.ts';
import { rememberedBy } from './remembered.ts';
import type { EventSighting, Sighting } from './sighting.ts';
import { suppliesCounted } from './supplies-counted.ts';
import { withoutEffectOf } from './without-effect.ts';

/** What is measured of an organisation's books. */
export const coverageKey = (organisation: Gln): string => `coverage/${organisation}`;

/** The key that {@link countCoverage} asks for; none where a sighting measures nothing. */
export const coverageKeysOf = (sighting: Sighting): readonly string[] =>
  sighting.kind === 'event' && (sighting.claim.act === 'supply' || sighting.claim.act === 'ship')
    ? [coverageKey(sighting.claim.reporter)]
    : [];

/** How complete an organisation's books have proved by what the detectors saw so far, 0 to 1. */
export const coverageOf = (organisation: Gln, memory: Pick<DetectorMemory, 'get'>): number =>
  custodyCoverage(countOf(organisation, memory));

/**
 * Measures the books of an event's reporter, after the detectors have seen it: by each pack that a counter supplies, and by each
 * shipment of others as one, however many packs it names, so that a single load of foreign packs does not excuse the next one.
 */
export function countCoverage(sighting: Sighting, memory: DetectorMemory): void {
  if (coverageKeysOf(sighting).length === 0 || sighting.kind !== 'event') return;
  const added = sighting.claim.act === 'supply' ? suppliesCounted(sighting) : shipmentCounted(sighting);
  if (added.total === 0) return;
  const { good, total } = countOf(sighting.claim.reporter, memory);
  memory.set(coverageKey(sighting.claim.reporter), { good: good + added.good, total: total + added.total });
}

function shipmentCounted(sighting: EventSighting): CoverageCount {
  if (sighting.claim.corrects !== undefined || sighting.packs.length === 0) return { good: 0, total: 0 };
  const notHeld = [...withoutEffectOf(sighting).values()].some((breaches) =>
    breaches.some(({ code }) => code === 'pack/not-held'),
  );
  return { good: notHeld ? 0 : 1, total: 1 };
}

function countOf(organisation: Gln, memory: Pick<DetectorMemory, 'get'>): CoverageCount {
  const kept = rememberedBy(memory.get(coverageKey(organisation)));
  return { good: Number(kept.get('good') ?? 0), total: Number(kept.get('total') ?? 0) };
}
