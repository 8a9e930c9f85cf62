import type { Claim } from './claim.ts';
import { isFinalAct } from './final-acts.ts';
import { type Folded, movesNothing } from './fold-pack.ts';
import type { PackEntry } from './pack-entry.ts';
import type { EventRef } from './pack-state.ts';

/**
 * The applied events that would no longer hold as they were recorded, were the past changed by the reporter of the claim: events of
 * others that lose their effect or leave the pack in another status (a supply slipped in under a later receipt would
 * kill the pack at its new holder), and final deeds of anybody, which only their own undo takes back.
 */
export function unsettled(
  entries: readonly PackEntry[],
  before: Folded,
  after: Folded,
  { reporter }: Claim,
): readonly EventRef[] {
  return entries
    .filter(({ claim }, index) => {
      if (before.effects[index] !== 'applied' || movesNothing(claim) || claim.corrects !== undefined)
        return false;
      if (claim.reporter === reporter && !isFinalAct(claim.act)) return false;
      return after.effects[index] !== 'applied' || after.left[index]?.status !== before.left[index]?.status;
    })
    .map(({ claim }) => claim.event);
}
