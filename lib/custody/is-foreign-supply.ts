import type { Claim } from './claim.ts';
import { isCounter } from './is-counter.ts';
import { isTerminal } from './is-terminal.ts';
import type { PackState } from './pack-state.ts';
import { statusIn } from './reach.ts';
import { ownStandingOf } from './standing.ts';

/**
 * Is it a counter's supply of a pack in circulation that neither it nor a sister of its owner group has? A repetition is
 * none: it is the event that it repeats, and goes where that goes.
 */
export function isForeignSupply(claim: Claim, state: PackState): boolean {
  if (claim.act !== 'supply' || claim.repeats !== undefined || !isCounter(claim)) return false;
  if (state.status === 'unknown' || isTerminal(statusIn(state, claim.country))) return false;
  return ownStandingOf(state.place, claim).as === 'none';
}
