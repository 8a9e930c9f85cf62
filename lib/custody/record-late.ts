import { END_OF_TIME } from '../kernel/instant.ts';
import { changesBetween } from './changes-between.ts';
import type { Claim } from './claim.ts';
import { unsettledInside } from './contents.ts';
import { settleWaiting } from './correct-pack.ts';
import type { Trial } from './custody-rule.ts';
import type { PackOutcome } from './decision.ts';
import { type Folded, foldPack } from './fold-pack.ts';
import type { PackContext } from './pack-context.ts';
import { lastEntry, type PackEntry } from './pack-entry.ts';
import { RULES } from './rules/index.ts';
import { unsettled } from './unsettled.ts';
import { breachOf, obstacles, oddities } from './weigh-pack.ts';

const LATEST = { at: END_OF_TIME, order: Number.POSITIVE_INFINITY };

const LATE_RULES = RULES.filter((rule) => rule.on === 'late');

/** Records a statement that the fold places before others, or that a declaration waits for. */
export function recordLate(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
): PackOutcome {
  const before = foldPack(item, history, context);
  const entry = lastEntry(claim, 'without-effect');
  const after = foldPack(item, [...history, entry], context);
  const trial: Trial = {
    before: before.state,
    after: after.state,
    unsettled: [
      ...unsettled(history, before, after, claim),
      ...unsettledInside(item, history, [...history, entry], claim, context),
    ],
    makesRing: makesRing(item, claim, context),
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

/** A bond that was none of a ring when it was made may close one with what was recorded since. */
function makesRing(item: string, { act, container }: Claim, { around }: PackContext): boolean {
  if (act !== 'pack' || container === undefined || container === item || !around) return false;
  return around.chainAt(container, LATEST).some((link) => link.container === item);
}

function barred(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
): PackOutcome {
  const kept = foldPack(item, [...history, lastEntry(claim, 'barred')], context);
  return {
    effect: 'barred',
    takesPlaceOf: undefined,
    breaches: [],
    next: kept.state,
    changed: changesBetween(history, history, kept.effects),
    stays: kept.stays,
  };
}

function weighed(
  item: string,
  history: readonly PackEntry[],
  claim: Claim,
  context: PackContext,
  after: Folded,
): PackOutcome {
  const scene = after.met[history.length] ?? { state: after.state, context };
  const takesEffect = after.effects[history.length] === 'applied';
  return {
    effect: takesEffect ? 'applied' : 'without-effect',
    takesPlaceOf: undefined,
    breaches: (takesEffect ? oddities : obstacles)(item, claim, scene.state, scene.context),
    next: after.state,
    changed: changesBetween(history, history, after.effects),
    stays: after.stays,
  };
}
