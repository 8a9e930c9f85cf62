import { type Detector, NOTHING } from '../detector.ts';
import { mayBeSlip, movedAfterEnd, movedFindings } from '../moved-after-end.ts';
import { restKey, restOn, takenBack } from '../rests-on.ts';

/** A pack that had left circulation is traded again (D11): bought back, or never destroyed. */
export const d11MovedAfterEnd: Detector = {
  id: 'D11',
  name: 'Movement after the end',
  source: 'detectors.md 2.2 D11',
  about: 'suspicion',
  keysOf(sighting, facts) {
    if (sighting.kind !== 'event') return [];
    if (sighting.claim.corrects !== undefined) return [restKey('d11', sighting.claim.corrects)];
    return movedAfterEnd(sighting, facts).flatMap(([, { deed }]) =>
      deed ? [restKey('d11', deed.event)] : [],
    );
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'event') return NOTHING;
    if (sighting.claim.corrects !== undefined)
      return { findings: [], withdrawals: takenBack('d11', sighting, memory) };
    const findings = movedAfterEnd(sighting, facts).flatMap((moved) => {
      const [shown, ended] = moved;
      const found = movedFindings(moved, facts);
      // Who is looked into must not be able to close a case by taking back what convicts it.
      const mayClear = !ended.sameHouse || mayBeSlip(shown, ended);
      if (ended.deed && mayClear) restOn(restKey('d11', ended.deed.event), found, memory);
      return found;
    });
    return { findings, withdrawals: [] };
  },
};
