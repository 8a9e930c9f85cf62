import type { Instant } from '../kernel/instant.ts';
import { localDateAt } from '../kernel/local-date.ts';
import type { ProductFacts } from './product-facts.ts';

/** custody.md 1: is the product withdrawn from the market of the site's country on the site's local date? */
export function isWithdrawnIn(
  product: ProductFacts | undefined,
  site: { readonly country: string; readonly timeZone: string },
  at: Instant,
): boolean {
  const from = product?.markets.find(({ country }) => country === site.country)?.withdrawnFrom;
  return from !== undefined && localDateAt(at, site.timeZone) >= from;
}
