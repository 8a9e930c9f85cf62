import type { Detector } from '../detector.ts';
import { unfitMoves } from '../unfit-moves.ts';
import { WITHDRAWN } from '../withdrawn.ts';
import { wrongMarket } from '../wrong-market.ts';

/** A pack at a counter whose market it is not made for, or is withdrawn from (D16). */
export const d16WrongMarket: Detector = {
  id: 'D16',
  name: 'Not for this market',
  source: 'detectors.md 2.2 D16',
  about: 'suspicion',
  keysOf: () => [],
  see: (sighting, facts) => ({
    findings: [...wrongMarket(sighting, facts), ...unfitMoves(sighting, facts, WITHDRAWN)],
    withdrawals: [],
  }),
};
