import { type Detector, NOTHING } from '../detector.ts';
import { endedBeforeEvent, endedBeforeObservation, foreignKey, rememberForeignSupplies } from '../ended.ts';
import { declaredAnError, endedAgain, restKey } from '../ended-again.ts';
import { endedPresentations, isEnding, isInOrder } from '../ended-presentations.ts';
import { presentationOf } from '../presentation.ts';

/** A pack that was supplied, destroyed, exported or taken as a sample is presented again (D03). */
export const d03AlreadyTerminal: Detector = {
  id: 'D03',
  name: 'Already supplied or gone',
  source: 'detectors.md 2.2 D03',
  about: 'suspicion',
  keysOf(sighting, facts) {
    if (sighting.kind === 'observation') {
      const event = endedBeforeObservation(sighting, facts)?.deed?.event;
      return event === undefined ? [] : [restKey(event)];
    }
    const { corrects } = sighting.claim;
    const rest = [restKey(corrects ?? sighting.event)];
    return isEnding(sighting) ? [...rest, ...sighting.packs.map(foreignKey)] : rest;
  },
  linkedKeysOf(sighting, memory, facts) {
    if (sighting.kind !== 'event' || !isEnding(sighting)) return [];
    const ended = endedBeforeEvent(sighting, facts, memory).values();
    return [...ended].flatMap(({ deed }) => (deed ? [restKey(deed.event)] : []));
  },
  see(sighting, facts, memory) {
    if (sighting.kind === 'observation') {
      const ended = endedBeforeObservation(sighting, facts);
      if (!ended || isInOrder(sighting, facts)) return NOTHING;
      return { findings: endedAgain(presentationOf(sighting), [ended], facts, memory), withdrawals: [] };
    }
    const { corrects } = sighting.claim;
    const findings =
      corrects === undefined && isEnding(sighting) ? endedPresentations(sighting, facts, memory) : [];
    if (sighting.claim.act === 'supply') rememberForeignSupplies(sighting, memory);
    return corrects === undefined
      ? { findings, withdrawals: [] }
      : declaredAnError(sighting, corrects, memory);
  },
};
