import type { Detector } from '../detector.ts';
import { NOTHING } from '../detector.ts';
import { endedBeforeEvent, endedBeforeObservation } from '../ended.ts';
import { endedAgain } from '../ended-again.ts';
import { endedPresentations, isInOrder } from '../ended-presentations.ts';
import { isHandingOut } from '../is-handing-out.ts';
import { presentationOf } from '../presentation.ts';
import { restKey, takenBack } from '../rests-on.ts';

/** A pack that was supplied, destroyed, exported or taken as a sample is presented again (D03). */
export const d03AlreadyTerminal: Detector = {
  id: 'D03',
  name: 'Already supplied or gone',
  source: 'detectors.md 2.2 D03',
  about: 'suspicion',
  keysOf(sighting, facts) {
    if (sighting.kind === 'observation') {
      const event = endedBeforeObservation(sighting, facts)?.deed?.event;
      return event === undefined ? [] : [restKey('d03', event)];
    }
    const { corrects } = sighting.claim;
    if (corrects !== undefined) return [restKey('d03', corrects)];
    if (!isHandingOut(sighting)) return [];
    return [...endedBeforeEvent(sighting, facts).values()].flatMap(({ deed }) =>
      deed ? [restKey('d03', deed.event)] : [],
    );
  },
  see(sighting, facts, memory) {
    if (sighting.kind === 'observation') {
      const ended = endedBeforeObservation(sighting, facts);
      if (!ended || isInOrder(sighting, facts)) return NOTHING;
      return { findings: endedAgain(presentationOf(sighting), [ended], facts, memory), withdrawals: [] };
    }
    if (sighting.claim.corrects !== undefined)
      return { findings: [], withdrawals: takenBack('d03', sighting, memory) };
    if (!isHandingOut(sighting)) return NOTHING;
    return { findings: endedPresentations(sighting, facts, memory), withdrawals: [] };
  },
};
