import type { Deed } from '../pack-state.ts';
import type { CounterFacts } from './counter-facts.ts';
import { hasCustody } from './custody-relation.ts';

/**
 * The supply that binds the asker: the one that ended the pack, or one reported by somebody who did not hold it.
 * The latter binds every counter but the recorded holder's and consignee's (custody.md 2); whoever reported it is
 * bound by its own word.
 */
export function bindingSupply(facts: CounterFacts): Deed | undefined {
  const { pack, party } = facts;
  if (pack?.status === 'supplied') return pack.terminal;
  const foreign = pack?.foreignSupply;
  if (foreign === undefined || foreign.by === party.gln) return foreign;
  return hasCustody(facts) ? undefined : foreign;
}
