import type { Detector } from '../detector.ts';
import { LOCKED } from '../locked.ts';
import { presentationsOf, speaksAgainst } from '../presentation.ts';
import { surfacedBefore, surfacedFindings } from '../surfaced.ts';
import { unfitMoves } from '../unfit-moves.ts';

const CODES: ReadonlySet<string> = new Set(['pack/stolen']);

/** A stolen pack is seen again, or was seen between the theft and the report of it; or one that is locked is to move (D14). */
export const d14Stolen: Detector = {
  id: 'D14',
  name: 'Stolen product',
  source: 'detectors.md 2.2 D14',
  about: 'suspicion',
  keysOf: () => [],
  see(sighting, facts) {
    const raisedAt = sighting.kind === 'event' ? sighting.claim.recordedAt : sighting.at;
    const theftOf = (pack: string) => facts.pack(pack)?.theft?.event;
    const seen = presentationsOf(sighting, speaksAgainst(sighting, CODES), theftOf).flatMap(([, shown]) => {
      const theft = facts.pack(shown.packs[0])?.theft;
      const inOrder = shown.deed === 'lift' || shown.deed === 'steal';
      return theft && !inOrder ? [{ shown, theft, before: false }] : [];
    });
    const reported =
      sighting.kind === 'event' && sighting.claim.act === 'steal' && sighting.claim.corrects === undefined
        ? surfacedBefore(sighting, facts)
        : [];
    const findings = [...seen, ...reported].flatMap((one) => surfacedFindings(one, raisedAt, facts));
    return { findings: [...findings, ...unfitMoves(sighting, facts, LOCKED)], withdrawals: [] };
  },
};
