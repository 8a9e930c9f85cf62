import { changesBetween } from './changes-between.ts';
import type { Claim } from './claim.ts';
import { settleWaiting } from './correct-pack.ts';
import type { Trial } from './custody-rule.ts';
import type { PackOutcome } from './decision.ts';
import { type Folded, foldPack } from './fold-pack.ts';
import type { PackContext } from './pack-context.ts';
import type { PackEntry } from './pack-entry.ts';
import { RULES } from './rules/index.ts';
import { unsettled } from './unsettled.ts';
import { breachOf, obstacles, oddities } from './weigh-pack.ts';

const LATE_RULES = RULES.filter((rule) => rule.on === 'late');

/** Records a statement that the fold places before others, or that a declaration waits for. */
export function recordLate(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
): PackOutcome {
  const before = foldPack(item, history, context);
  const entry: PackEntry = { claim, effect: 'without-effect' };
  const after = foldPack(item, [...history, entry], context);
  const trial: Trial = {
    before: before.state,
    after: after.state,
    unsettled: unsettled(history, before, after, claim),
  };
  const bars = LATE_RULES.flatMap((rule) => {
    const detail = rule.check(claim, trial);
    return detail ? [breachOf(rule, item, detail)] : [];
  });
  const outcome =
    bars.length > 0 ? barred(item, history, claim, context) : weighed(item, history, claim, context, after);
  return settleWaiting(item, history, claim, context, {
    ...outcome,
    breaches: [...bars, ...outcome.breaches],
  });
}

function barred(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
): PackOutcome {
  const kept = foldPack(item, [...history, { claim, effect: 'barred' }], context);
  return {
    effect: 'barred',
    takesPlaceOf: undefined,
    breaches: [],
    next: kept.state,
    changed: changesBetween(history, history, kept.effects),
  };
}

function weighed(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
  after: Folded,
): PackOutcome {
  const state = after.met[history.length] ?? after.state;
  const takesEffect = after.effects[history.length] === 'applied';
  return {
    effect: takesEffect ? 'applied' : 'without-effect',
    takesPlaceOf: undefined,
    breaches: (takesEffect ? oddities : obstacles)(item, claim, state, context),
    next: after.state,
    changed: changesBetween(history, history, after.effects),
  };
}
