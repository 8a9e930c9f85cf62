import { type Detector, NOTHING } from '../detector.ts';
import { claimedTwice } from '../double-commissioning.ts';
import { presentationsOf, speaksAgainst } from '../presentation.ts';
import { restKey, takenBack } from '../rests-on.ts';

const CODES: ReadonlySet<string> = new Set(['pack/already-commissioned']);

/** Two production records claim one serial (D04). One finding for all the serials that two uploads have in common. */
export const d04DoubleCommissioning: Detector = {
  id: 'D04',
  name: 'Serial commissioned twice',
  source: 'detectors.md 2.2 D04',
  about: 'suspicion',
  keysOf(sighting, facts) {
    if (sighting.kind !== 'event') return [];
    const { corrects } = sighting.claim;
    if (corrects !== undefined) return [restKey('d04', corrects)];
    const twice = speaksAgainst(sighting, CODES);
    const first = twice.flatMap((pack) => facts.pack(pack)?.commissioned?.event ?? []);
    return twice.length === 0
      ? []
      : [...new Set([sighting.event, ...first])].map((event) => restKey('d04', event));
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'event') return NOTHING;
    if (sighting.claim.corrects !== undefined)
      return { findings: [], withdrawals: takenBack('d04', sighting, memory) };
    const firstEvent = (pack: string) => facts.pack(pack)?.commissioned?.event;
    const groups = presentationsOf(sighting, speaksAgainst(sighting, CODES), firstEvent);
    const findings = groups.flatMap(([, shown]) => {
      const first = facts.pack(shown.packs[0])?.commissioned;
      return first ? claimedTwice(shown, first, facts, memory) : [];
    });
    return { findings, withdrawals: [] };
  },
};
