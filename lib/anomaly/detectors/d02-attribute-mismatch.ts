import { type Detector, NOTHING } from '../detector.ts';
import { agreedKey, agrees, differs, mismatchKeys, openAtKey } from '../mismatch-at-counter.ts';
import { isMismatch, isReadWell } from '../reading.ts';

/** Batch or expiry read from a pack differ from those registered (D02). */
export const d02AttributeMismatch: Detector = {
  id: 'D02',
  name: 'Batch or expiry mismatch',
  source: 'detectors.md 2.2 D02',
  about: 'suspicion',
  keysOf(sighting, facts) {
    if (sighting.kind !== 'observation') return [];
    if (isMismatch(sighting)) return [openAtKey(sighting), ...mismatchKeys(sighting, facts)];
    return isReadWell(sighting) ? [openAtKey(sighting), agreedKey(sighting.gtin, sighting.lot)] : [];
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'observation') return NOTHING;
    if (isMismatch(sighting)) return differs(sighting, facts, memory);
    return isReadWell(sighting) ? agrees(sighting, facts, memory) : NOTHING;
  },
};
