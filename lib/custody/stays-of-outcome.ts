import type { Claim } from './claim.ts';
import type { PackOutcome } from './decision.ts';
import type { PackState } from './pack-state.ts';
import { attempted, type Stay, staysAfter } from './stay.ts';

/** The stays of an object after a statement about it: as folded anew where its history was read, else those known, carried on. */
export function staysOfOutcome(
  item: string,
  claim: Claim,
  { before, stays }: { readonly before: PackState; readonly stays: readonly Stay[] },
  outcome: PackOutcome,
): readonly Stay[] {
  if (outcome.stays) return outcome.stays;
  const { foldedAt: at, event, act, container } = claim;
  const carried = staysAfter(stays, before, outcome.next, { at, event });
  const isAttempt =
    outcome.effect !== 'applied' && act === 'pack' && container !== undefined && container !== item;
  return isAttempt ? [...carried, attempted(container, at, event)] : carried;
}
