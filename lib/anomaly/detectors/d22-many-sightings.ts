import type { Detector } from '../detector.ts';
import { multiplicitiesOf, multiplicityFindings } from '../many-sightings.ts';
import { packsLookedAt } from '../packs-looked-at.ts';
import { keepShown, shownKey } from '../track.ts';

/** One serial in more hands than one pack can be in (D22). */
export const d22ManySightings: Detector = {
  id: 'D22',
  name: 'One serial in many hands',
  source: 'detectors.md 2.3 D22',
  about: 'suspicion',
  keysOf: (sighting) => packsLookedAt(sighting).map(shownKey),
  see(sighting, facts, memory) {
    const findings = multiplicitiesOf(sighting, facts, memory).flatMap((one) =>
      multiplicityFindings(sighting, one, facts),
    );
    if (sighting.kind === 'observation') keepShown(sighting, memory);
    return { findings, withdrawals: [] };
  },
};
