import type { Detected, Detector } from '../detector.ts';
import { NOTHING } from '../detector.ts';
import { speaksAgainst } from '../presentation.ts';
import { isUnknown } from '../reading.ts';
import { placeKey, readWell, unknownAtCounter } from '../unknown-at-counter.ts';
import { unknownLotKey } from '../unknown-identity.ts';
import { unknownInEvent } from '../unknown-in-event.ts';
import { COMMISSIONING_AWAITED, commissioned } from '../unknown-waiting.ts';

const { keyOf: packKey, linkedKeysOf } = COMMISSIONING_AWAITED;

const UNKNOWN: ReadonlySet<string> = new Set(['pack/unknown']);

/** A serial that was never commissioned (D01). Its commissioning clears it; so does reading what was meant at the same place. */
export const d01UnknownIdentity: Detector = {
  id: 'D01',
  name: 'Unknown identity',
  source: 'detectors.md 2.2 D01',
  about: 'suspicion',
  keysOf(sighting) {
    if (sighting.kind === 'observation') {
      const lot = isUnknown(sighting) ? unknownLotKey(sighting) : undefined;
      return [packKey(sighting.pack), placeKey(sighting), ...(lot === undefined ? [] : [lot])];
    }
    const packs = sighting.claim.act === 'commission' ? sighting.packs : speaksAgainst(sighting, UNKNOWN);
    return packs.map(packKey);
  },
  linkedKeysOf(sighting, memory) {
    if (sighting.kind !== 'event' || sighting.claim.act !== 'commission') return [];
    return linkedKeysOf(sighting.packs, memory);
  },
  see(sighting, facts, memory): Detected {
    if (sighting.kind === 'event') {
      if (sighting.claim.corrects !== undefined) return NOTHING;
      return sighting.claim.act === 'commission'
        ? commissioned(sighting, memory)
        : unknownInEvent(sighting, speaksAgainst(sighting, UNKNOWN), facts, memory);
    }
    return isUnknown(sighting) ? unknownAtCounter(sighting, facts, memory) : readWell(sighting, memory);
  },
};
