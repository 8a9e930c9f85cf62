import type { Deed } from '../pack-state.ts';
import type { CounterFacts } from './counter-facts.ts';
import { hasCustody } from './custody-relation.ts';

/**
 * The supply that binds the asker: the one that ended the pack, or one reported by somebody who did not hold it.
 * The latter binds every counter but the recorded holder's and consignee's (custody.md 2), whoever reported it: a copy
 * sold too early must not kill the pack that arrives later.
 */
export function bindingSupply(facts: CounterFacts): Deed | undefined {
  const { pack } = facts;
  if (pack?.status === 'supplied') return pack.terminal;
  return hasCustody(facts) ? undefined : pack?.foreignSupply;
}
