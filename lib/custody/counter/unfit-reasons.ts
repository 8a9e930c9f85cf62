import { localDateAt } from '../../kernel/local-date.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterReason } from './counter-reason.ts';
import type { CounterRequest } from './counter-request.ts';
import { expiryPassed, recallsInReach, withdrawalAtSite } from './site-rules.ts';

/**
 * What makes a pack unfit at the asker's site whatever becomes of it: recalled, expired, withdrawn, in the order of
 * harm. The same three end the right to undo (custody.md 1).
 */
export function unfitReasons(request: CounterRequest, facts: CounterFacts): readonly CounterReason[] {
  return [...recalled(facts), ...expired(request, facts), ...withdrawn(request, facts)];
}

/** Of several recalls the one of the worst class is told; one without a class comes last. */
function recalled(facts: CounterFacts): readonly CounterReason[] {
  const [recall] = recallsInReach(facts).toSorted((a, b) =>
    (a.recallClass ?? 'IV').localeCompare(b.recallClass ?? 'IV'),
  );
  if (recall === undefined) return [];
  const since = localDateAt(recall.at, facts.siteTimeZone);
  return [{ code: 'batch/recalled', params: { since, recallClass: recall.recallClass } }];
}

function expired(request: CounterRequest, facts: CounterFacts): readonly CounterReason[] {
  const expiry = expiryPassed(request, facts);
  return expiry ? [{ code: 'batch/expired', params: { expiry } }] : [];
}

function withdrawn(request: CounterRequest, facts: CounterFacts): readonly CounterReason[] {
  const since = withdrawalAtSite(request, facts);
  return since ? [{ code: 'product/withdrawn', params: { since, country: facts.siteCountry } }] : [];
}
