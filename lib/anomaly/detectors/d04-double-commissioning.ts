import { type Detector, NOTHING } from '../detector.ts';
import { claimedTwice, recordKey, restingOn } from '../double-commissioning.ts';
import { presentationsOf, speaksAgainst } from '../presentation.ts';
import { withoutEffectOf } from '../without-effect.ts';

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
    if (corrects !== undefined) return [recordKey(corrects)];
    const twice = speaksAgainst(sighting, CODES);
    const first = twice.flatMap((pack) => facts.pack(pack)?.commissioned?.event ?? []);
    return twice.length === 0 ? [] : [...new Set([sighting.event, ...first])].map(recordKey);
  },
  see(sighting, facts, memory) {
    if (sighting.kind !== 'event') return NOTHING;
    const { claim, event } = sighting;
    if (claim.corrects !== undefined) {
      if (withoutEffectOf(sighting).size > 0) return NOTHING;
      const cleared = restingOn(claim.corrects, memory, claim.recordedAt);
      return {
        findings: [],
        withdrawals: cleared.map((finding) => ({ finding, at: claim.recordedAt, clearedBy: event })),
      };
    }
    const firstEvent = (pack: string) => facts.pack(pack)?.commissioned?.event;
    const groups = presentationsOf(sighting, speaksAgainst(sighting, CODES), firstEvent);
    const findings = groups.flatMap(([, shown]) => {
      const first = facts.pack(shown.packs[0])?.commissioned;
      return first ? claimedTwice(shown, first, facts, memory) : [];
    });
    return { findings, withdrawals: [] };
  },
};
