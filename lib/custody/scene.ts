import type { Claim } from './claim.ts';
import type { PackContext } from './pack-context.ts';
import type { PackState } from './pack-state.ts';
import { stateWithin } from './state-within.ts';
import type { Link, Moment } from './surroundings.ts';

/** What a statement meets: the object with its containers counted in, and what else the rules look at. */
export interface Scene {
  readonly state: PackState;
  readonly context: PackContext;
}

const NO_LINKS: readonly Link[] = [];

/** The containers that an object is in at a moment, the innermost first. */
export const chainOf = ({ inside }: PackState, { around }: PackContext, moment: Moment): readonly Link[] =>
  inside && around ? around.chainAt(inside.container, moment) : NO_LINKS;

/** Sets the scene for a statement about an object whose own events have led to `own`. */
export function sceneOf(
  item: string,
  claim: Claim,
  own: PackState,
  moment: Moment,
  context: PackContext,
): Scene {
  if (!own.inside && claim.container === undefined) return { state: own, context };
  const chain = chainOf(own, context, moment);
  const state = stateWithin(own, chain);
  const inside = chain[0] && { state: stateWithin(chain[0].state, chain.slice(1)) };
  const target = targetOf(item, claim, moment, context);
  return { state, context: { ...context, inside, target } };
}

/** The container that the statement is about, for what is said to be in it. */
function targetOf(
  item: string,
  { container }: Claim,
  moment: Moment,
  { around }: PackContext,
): PackContext['target'] {
  if (container === undefined) return undefined;
  if (container === item) return { isItem: true };
  const chain = around?.chainAt(container, moment) ?? NO_LINKS;
  const [link, ...outer] = chain;
  return {
    isItem: false,
    state: link && stateWithin(link.state, outer),
    holdsItem: chain.some((one) => one.container === item),
    levelsAbove: outer.length,
  };
}
