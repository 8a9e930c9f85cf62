import type { PackStatus } from '../pack-state.ts';
import type { CounterStates } from './counter-answer.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';
import { packStanding } from './pack-standing.ts';
import { expiryPassed, isLocked, productStateAtSite, recallsInReach } from './site-rules.ts';

/** From harmless to worst, in the order in which the counter's table lets one overrule the other. */
const WORSENING = [
  'locked',
  'withdrawn',
  'expired',
  'recalled',
  'supplied',
  'free-sample',
  'sample',
  'exported',
  'destroyed',
  'stolen',
];

/**
 * The three levels as the asker's site is bound by them, and the worst of them (custody.md 1).
 *
 * @param packState - the state that the request leads to, where it is not the present one
 */
export function counterStates(
  request: CounterRequest,
  facts: CounterFacts,
  packState: PackStatus | 'locked' = presentState(facts),
): CounterStates {
  const batchState = batchStateOf(request, facts);
  const productState = productStateAtSite(request, facts);
  const ranks = [packState, batchState, productState].map((state) => WORSENING.indexOf(state));
  return { packState, batchState, productState, state: WORSENING[Math.max(...ranks)] ?? packState };
}

function presentState(facts: CounterFacts): PackStatus | 'locked' {
  const status = packStanding(facts);
  return status === 'active' && isLocked(facts) ? 'locked' : status;
}

function batchStateOf(request: CounterRequest, facts: CounterFacts): CounterStates['batchState'] {
  if (recallsInReach(facts).length > 0) return 'recalled';
  return expiryPassed(request, facts) ? 'expired' : 'released';
}
