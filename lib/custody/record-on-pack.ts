import type { Claim } from './claim.ts';
import { recordCorrection } from './correct-pack.ts';
import type { PackFacts } from './custody-facts.ts';
import type { PackOutcome } from './decision.ts';
import { later, movesNothing } from './fold-pack.ts';
import type { PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import { recordLate } from './record-late.ts';
import { obstacles, oddities, stepPack } from './weigh-pack.ts';

/**
 * Does recording the statement need the pack's history? False for everything in order: then the state suffices, and
 * recording takes the same time however long the history is.
 */
export function needsHistory(state: PackState, claim: Claim): boolean {
  if (claim.corrects !== undefined || state.awaited.includes(claim.event)) return true;
  if (claim.repeats !== undefined || movesNothing(claim)) return false;
  if (claim.act === 'commission') return !state.commissioned && state.latestAt !== undefined;
  return state.latestAt !== undefined && claim.foldedAt < state.latestAt;
}

/**
 * custody.md 2 for one pack: the effect of a statement with every reason, the state after it, and the earlier
 * statements whose effect changes. Throws where `needsHistory` is true and the history is missing.
 */
export function recordOnPack(
  item: string,
  facts: PackFacts,
  claim: Claim,
  context: PackContext,
): PackOutcome {
  if (!needsHistory(facts.state, claim)) return recordInOrder(item, facts.state, claim, context);
  const history = demanded(facts);
  return claim.corrects === undefined
    ? recordLate(item, history, claim, context)
    : recordCorrection(item, history, claim, context);
}

function demanded({ history }: PackFacts): readonly PackEntry[] {
  if (!history) throw new Error('the history of the pack is needed');
  return history;
}

function recordInOrder(item: string, state: PackState, claim: Claim, context: PackContext): PackOutcome {
  const breaches = obstacles(item, claim, state, context);
  const next = stepPack(state, claim, claim.foldedAt, context, breaches);
  return {
    effect: breaches.length === 0 ? 'applied' : 'without-effect',
    takesPlaceOf: undefined,
    breaches: breaches.length === 0 ? oddities(item, claim, state, context) : breaches,
    next: { ...next, latestAt: later(state.latestAt, claim.foldedAt) },
    changed: [],
  };
}
