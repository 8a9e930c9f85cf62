import type { Detector } from '../detector.ts';
import { EXPIRED } from '../expired.ts';
import { unfitMoves } from '../unfit-moves.ts';

/** An expired pack is handed on (D13). Counted as compliance, apart from the suspicion of falsification, which it would swamp. */
export const d13Expired: Detector = {
  id: 'D13',
  name: 'Expired product moving',
  source: 'detectors.md 2.2 D13',
  about: 'compliance',
  keysOf: () => [],
  see: (sighting, facts) => ({ findings: unfitMoves(sighting, facts, EXPIRED), withdrawals: [] }),
};
