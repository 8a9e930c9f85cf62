import type { Detector } from '../detector.ts';
import { RECALLED } from '../recalled.ts';
import { unfitMoves } from '../unfit-moves.ts';

/** A recalled pack moves on or is asked to be supplied (D12). */
export const d12Recalled: Detector = {
  id: 'D12',
  name: 'Recalled product moving',
  source: 'detectors.md 2.2 D12',
  about: 'compliance',
  keysOf: () => [],
  see: (sighting, facts) => ({ findings: unfitMoves(sighting, facts, RECALLED), withdrawals: [] }),
};
