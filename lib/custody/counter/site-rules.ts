import { localDateAt } from '../../kernel/local-date.ts';
import type { Recall } from '../batch-state.ts';
import { isExpired } from '../is-expired.ts';
import { isWithdrawnIn } from '../is-withdrawn-in.ts';
import type { Market } from '../product-facts.ts';
import { lockIn } from '../reach.ts';
import type { CounterFacts } from './counter-facts.ts';
import type { CounterRequest } from './counter-request.ts';

/** custody.md 1: the recalls that reach the site's country. A recall that names no country reaches every one. */
export const recallsInReach = ({ batch, siteCountry }: CounterFacts): readonly Recall[] =>
  (batch?.recalls ?? []).filter(({ reach }) => reach.length === 0 || reach.includes(siteCountry));

/** The market the site belongs to, where the product's master data name it. */
const marketOf = ({ product, siteCountry }: CounterFacts): Market | undefined =>
  product?.markets.find((market) => market.country === siteCountry);

/** Whether the product is marketed at the site on its local date; `not-marketed` decides nothing. */
export function productStateAtSite(
  request: CounterRequest,
  facts: CounterFacts,
): 'marketed' | 'withdrawn' | 'not-marketed' {
  if (withdrawalAtSite(request, facts)) return 'withdrawn';
  const market = marketOf(facts);
  const today = localDateAt(request.at, facts.siteTimeZone);
  return market !== undefined && market.marketedFrom <= today ? 'marketed' : 'not-marketed';
}

/** The day from which the product is withdrawn from the site's market, once it has come. */
export function withdrawalAtSite(request: CounterRequest, facts: CounterFacts): Market['withdrawnFrom'] {
  const site = { country: facts.siteCountry, timeZone: facts.siteTimeZone };
  return isWithdrawnIn(facts.product, site, request.at) ? marketOf(facts)?.withdrawnFrom : undefined;
}

/** The recorded expiry date, where the site's local date is after it. */
export function expiryPassed(request: CounterRequest, { pack, batch, siteTimeZone }: CounterFacts) {
  const expiry = pack?.expiry ?? batch?.expiry;
  return isExpired(expiry, request.at, siteTimeZone) ? expiry : undefined;
}

/** custody.md 1: a lock binds every site, a regulator's those of its country. */
export const isLocked = ({ pack, siteCountry }: CounterFacts): boolean =>
  pack !== undefined && lockIn(pack, siteCountry) !== undefined;
