import type { OrgScope } from '../../custody/org-scope.ts';
import type { PackState } from '../../custody/pack-state.ts';
import { lockIn, statusIn } from '../../custody/reach.ts';
import { recallIn } from '../../custody/recall-in.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { PackIdentity } from '../../scan/block-list/block-filter.ts';
import type { ExactLists } from '../../scan/block-list/exact-lists.ts';
import {
  type BlockedPack,
  blockedPacks,
  countBlockedPacks,
  loadStockedGtins,
} from '../../store/load-blocked-packs.ts';
import { loadRecalledBatches } from '../../store/load-recalled-batches.ts';
import { loadLocationsOf } from '../../store/locations.ts';
import { loadProducts } from '../../store/products.ts';

/** A place whose devices want a block list, with the products that it has to do with. */
export interface BlockedSite {
  readonly scope: OrgScope;
  readonly at: Instant;
  /** ISO 3166-1 alpha-2 of the place: whom a recall, a theft or a lock reaches. */
  readonly country: string;
  readonly gtins: readonly Gtin[];
  /** How many packs something may speak against. */
  readonly count: number;
}

export async function blockedSite(scope: OrgScope, at: Instant): Promise<BlockedSite> {
  const { location } = scope;
  const places = location === undefined ? undefined : await loadLocationsOf([location]);
  const country = (location === undefined ? undefined : places?.get(location)?.country) ?? scope.country;
  const gtins = await loadStockedGtins(scope, at);
  return { scope, at, country, gtins, count: await countBlockedPacks(scope, gtins, at) };
}

/** The packs that no counter of the place may supply, page by page. */
export async function* bindingPacks({
  scope,
  at,
  country,
  gtins,
}: BlockedSite): AsyncGenerator<readonly PackIdentity[]> {
  for await (const page of blockedPacks(scope, gtins, at))
    yield page.filter(({ state }) => !state || binds(state, scope, country)).map(identityOf);
}

const identityOf = ({ gtin, serial, lot, expiry }: BlockedPack): PackIdentity => ({
  gtin,
  serial,
  lot,
  expiry,
});

/** Whether a theft, a lock or somebody else's supply speaks against the pack at this place (custody.md 1 and 2). */
function binds(state: PackState, { organisation }: OrgScope, country: string): boolean {
  if (statusIn(state, country) !== 'active' || lockIn(state, country)) return true;
  const { place, foreignSupply } = state;
  const hands =
    place.kind === 'held' ? [place.party] : place.kind === 'transit' ? [place.from, place.to] : [];
  return foreignSupply !== undefined && !hands.includes(organisation);
}

/** What of the list is exact. */
export async function listedFacts({ scope, country, gtins }: BlockedSite): Promise<ExactLists> {
  const [products, batches] = await Promise.all([
    loadProducts(scope, gtins),
    loadRecalledBatches(scope, gtins),
  ]);
  return {
    products: gtins.flatMap((gtin) => {
      const product = products.get(gtin);
      const market = product?.markets.find((each) => each.country === country);
      return product ? [{ gtin, name: product.name, withdrawnFrom: market?.withdrawnFrom ?? null }] : [];
    }),
    recalls: batches.flatMap(({ gtin, lot, state }) => {
      const recall = recallIn(state, country);
      return recall ? [{ gtin, lot, recallClass: recall.recallClass ?? null }] : [];
    }),
  };
}
