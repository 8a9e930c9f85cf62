import type { Instant } from '../kernel/instant.ts';
import { applyClaim, deedOf } from './apply-claim.ts';
import type { Breach, BreachDetail } from './breach.ts';
import type { Claim } from './claim.ts';
import type { CustodyRule } from './custody-rule.ts';
import { isForeignSupply } from './is-foreign-supply.ts';
import { leavesContainer, whereSeenAlone } from './leaves-container.ts';
import type { PackContext } from './pack-context.ts';
import type { PackState } from './pack-state.ts';
import { RULES } from './rules/index.ts';
import type { Scene } from './scene.ts';

const PACK_RULES = RULES.filter((rule) => rule.on === 'pack');
const DECIDING = PACK_RULES.filter((rule) => rule.effect === 'without-effect');
const FLAGGING = PACK_RULES.filter((rule) => rule.effect === 'flag');

/** A rule's finding as a breach of `item`. */
export const breachOf = (
  { id, effect }: Pick<CustodyRule, 'id' | 'effect'>,
  item: string | undefined,
  detail: BreachDetail,
): Breach => ({ rule: id, effect, item, ...detail });

const NO_BREACHES: readonly Breach[] = [];

/** Why a statement has no effect on a pack in `state`; empty where it takes effect. */
export const obstacles = (
  item: string,
  claim: Claim,
  state: PackState,
  context: PackContext,
): readonly Breach[] => onlySame(found(DECIDING, item, claim, state, context));

/** What is odd about a statement that takes effect. */
export const oddities = (
  item: string,
  claim: Claim,
  state: PackState,
  context: PackContext,
): readonly Breach[] => found(FLAGGING, item, claim, state, context);

function found(
  rules: typeof PACK_RULES,
  item: string,
  claim: Claim,
  state: PackState,
  context: PackContext,
): readonly Breach[] {
  let breaches: Breach[] | undefined;
  for (const rule of rules) {
    const detail = rule.check(claim, state, context);
    if (!detail) continue;
    breaches ??= [];
    breaches.push(breachOf(rule, item, detail));
  }
  return breaches ?? NO_BREACHES;
}

/** A repetition breaks whatever its first telling has changed; that says nothing. */
function onlySame(breaches: readonly Breach[]): readonly Breach[] {
  const same = breaches.find(({ code }) => code === 'event/same');
  return same ? [same] : breaches;
}

/**
 * One step of the fold: what the object’s own events lead to after a statement that met `scene` at `at`, and there `breaches`. `own` is
 * what they have led to before.
 */
export function stepPack(
  own: PackState,
  claim: Claim,
  at: Instant,
  scene: Scene,
  breaches: readonly Breach[],
): PackState {
  const isPacked = claim.act === 'pack' && scene.context.target?.isItem === false;
  const before: PackState = isPacked && !own.packed ? { ...own, packed: true } : own;
  if (breaches.length === 0) return applied(before, claim, at, scene);
  const disputed = before.disputed || breaches.some(({ disputes }) => disputes);
  const isFirstForeign = !before.foreignSupply && isForeignSupply(claim, scene.state);
  if (disputed === before.disputed && !isFirstForeign) return before;
  return isFirstForeign ? { ...before, disputed, foreignSupply: deedOf(claim) } : { ...before, disputed };
}

/** What leaves a container takes along what it had there: the place, and what binds it. */
function applied(own: PackState, claim: Claim, at: Instant, scene: Scene): PackState {
  const { packed } = own;
  const base = leavesContainer(claim, own, scene) ? { ...scene.state, packed, inside: undefined } : own;
  const disputed = base.disputed || whereSeenAlone(claim, own, scene.state) === 'elsewhere';
  return applyClaim(disputed === base.disputed ? base : { ...base, disputed }, claim, at, scene.context);
}
