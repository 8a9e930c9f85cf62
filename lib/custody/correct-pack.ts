import { changesBetween } from './changes-between.ts';
import type { Claim } from './claim.ts';
import type { PackOutcome } from './decision.ts';
import { foldPack } from './fold-pack.ts';
import { judgeCorrection } from './judge-correction.ts';
import type { PackContext } from './pack-context.ts';
import { lastEntry, type PackEntry } from './pack-entry.ts';
import { withChanges } from './with-changes.ts';

/** Records an error declaration about one pack. */
export function recordCorrection(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
): PackOutcome {
  const { effect, breaches, entries } = judgeCorrection(item, history, claim, context);
  const { state, effects, stays } = foldPack(item, [...entries, lastEntry(claim, effect)], context);
  return {
    effect,
    takesPlaceOf: undefined,
    breaches,
    next: state,
    changed: changesBetween(history, entries, effects),
    stays,
  };
}

/**
 * A declaration may come before its corrective event. When that arrives, the declaration is judged again, and the
 * corrective event moves to the place of the event it corrects.
 */
export function settleWaiting(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
  outcome: PackOutcome,
): PackOutcome {
  let entries: readonly PackEntry[] = [
    ...withChanges(history, outcome.changed),
    lastEntry(claim, outcome.effect),
  ];
  let settled = false;
  for (const { claim: declaration } of entries.filter((entry) => waitsFor(entry, claim))) {
    const judged = judgeCorrection(item, entries, declaration, context);
    if (judged.effect !== 'applied') continue;
    settled = true;
    entries = judged.entries.map((entry) =>
      entry.claim === declaration ? { ...entry, effect: 'applied' } : entry,
    );
  }
  return settled ? settledOutcome(item, history, entries, context, outcome) : outcome;
}

const waitsFor = (entry: PackEntry, { event }: Claim): boolean =>
  entry.effect === 'barred' && entry.claim.corrects !== undefined && entry.claim.correctives.includes(event);

function settledOutcome(
  item: string,
  history: readonly PackEntry[],
  entries: readonly PackEntry[],
  context: PackContext,
  outcome: PackOutcome,
): PackOutcome {
  const { state, effects, stays } = foldPack(item, entries, context);
  const takesEffect = effects[history.length] === 'applied';
  return {
    effect: takesEffect ? 'applied' : 'without-effect',
    takesPlaceOf: entries[history.length]?.takesPlaceOf,
    breaches: takesEffect ? [] : outcome.breaches,
    next: state,
    changed: changesBetween(history, entries, effects),
    stays,
  };
}
