import type { Instant } from '../kernel/instant.ts';
import { applyClaim, deedOf } from './apply-claim.ts';
import type { Breach, BreachDetail } from './breach.ts';
import type { Claim } from './claim.ts';
import type { CustodyRule } from './custody-rule.ts';
import { isForeignSupply } from './is-foreign-supply.ts';
import type { PackContext } from './pack-context.ts';
import type { PackState } from './pack-state.ts';
import { RULES } from './rules/index.ts';

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

/** One step of the fold: the state after a statement that met `breaches` at `at`. */
export function stepPack(
  state: PackState,
  claim: Claim,
  at: Instant,
  context: PackContext,
  breaches: readonly Breach[],
): PackState {
  if (breaches.length === 0) return applyClaim(state, claim, at, context);
  const disputed = state.disputed || breaches.some(({ disputes }) => disputes);
  const isFirstForeign = !state.foreignSupply && isForeignSupply(claim, state);
  if (disputed === state.disputed && !isFirstForeign) return state;
  return isFirstForeign ? { ...state, disputed, foreignSupply: deedOf(claim) } : { ...state, disputed };
}
