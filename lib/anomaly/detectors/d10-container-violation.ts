import { handledByStranger, patchyPacking, seenOutside } from '../container-violations.ts';
import { type Detector, NOTHING } from '../detector.ts';
import { restKey, restOn, takenBack } from '../rests-on.ts';

/** A pack and its container cannot both be where the record has them (D10). */
export const d10ContainerViolation: Detector = {
  id: 'D10',
  name: 'Container and contents disagree',
  source: 'detectors.md 2.2 D10',
  about: 'suspicion',
  keysOf(sighting) {
    if (sighting.kind !== 'event') return [];
    return [restKey('d10', sighting.claim.corrects ?? sighting.event)];
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'event') return NOTHING;
    if (sighting.claim.corrects !== undefined)
      return { findings: [], withdrawals: takenBack('d10', sighting, memory) };
    const findings = [
      ...seenOutside(sighting, facts),
      ...handledByStranger(sighting, facts),
      ...patchyPacking(sighting, facts),
    ];
    restOn(restKey('d10', sighting.event), findings, memory);
    return { findings, withdrawals: [] };
  },
};
