import type { Instant } from '../kernel/instant.ts';
import type { Claim } from './claim.ts';
import { recordCorrection } from './correct-pack.ts';
import type { PackFacts } from './custody-facts.ts';
import type { PackOutcome } from './decision.ts';
import { later } from './fold-pack.ts';
import { latestAround } from './latest-around.ts';
import type { PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import { recordLate } from './record-late.ts';
import { sceneOf } from './scene.ts';
import { obstacles, oddities, stepPack } from './weigh-pack.ts';

/**
 * Does recording the statement need the pack's history? False for everything in order: then the state suffices, and
 * recording takes the same time however long the history is. `latest` is the latest time of anything that the answer may rest on,
 * see {@link latestAround}.
 */
export function needsHistory(
  state: PackState,
  claim: Claim,
  latest: Instant | undefined = state.latestAt,
): boolean {
  if (claim.corrects !== undefined || state.awaited.includes(claim.event)) return true;
  if (claim.repeats !== undefined || claim.act === 'recall') return false;
  if (claim.act === 'observe' && !state.packed) return false;
  const begins = claim.act === 'commission' || claim.act === 'pack';
  if (begins && !state.commissioned && state.latestAt !== undefined) return true;
  if (claim.act === 'commission') return false;
  return latest !== undefined && claim.foldedAt < latest;
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
  const latest = latestAround(item, facts, claim, context.around);
  if (!needsHistory(facts.state, claim, latest)) return recordInOrder(item, facts.state, claim, context);
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
  const scene = sceneOf(item, claim, state, { at: claim.foldedAt, order: Number.POSITIVE_INFINITY }, context);
  const breaches = obstacles(item, claim, scene.state, scene.context);
  const next = stepPack(state, claim, claim.foldedAt, scene, breaches);
  return {
    effect: breaches.length === 0 ? 'applied' : 'without-effect',
    takesPlaceOf: undefined,
    breaches: breaches.length === 0 ? oddities(item, claim, scene.state, scene.context) : breaches,
    next: { ...next, latestAt: later(state.latestAt, claim.foldedAt) },
    changed: [],
  };
}
