import type { PackStatus } from '../pack-state.ts';
import { statusIn } from '../reach.ts';
import { bindingSupply } from './binding-supply.ts';
import type { CounterFacts } from './counter-facts.ts';

/**
 * The pack's status as it binds the asker's site: a theft that another country's regulator reported does not, a supply
 * by somebody who did not hold the pack may.
 */
export function packStanding(facts: CounterFacts): PackStatus {
  const { pack, siteCountry } = facts;
  if (pack === undefined) return 'unknown';
  const status = statusIn(pack, siteCountry);
  return status === 'active' && bindingSupply(facts) ? 'supplied' : status;
}
