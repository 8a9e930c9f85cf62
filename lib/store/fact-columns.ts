import type { LocationFacts, PartyFacts } from '../custody/party-facts.ts';
import type { Market, ProductFacts } from '../custody/product-facts.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';

/** A {@link ProductFacts} as JSON, of `product p`. */
export const PRODUCT_JSON = `json_build_object('gtin', p.gtin, 'name', p.name, 'holder', p.holder, 'itemLevel', p.item_level,
  'markets', coalesce((select json_agg(json_build_object('country', m.country, 'marketedFrom', m.marketed_from,
    'withdrawnFrom', m.withdrawn_from) order by m.country) from product_market m where m.realm = p.realm and m.gtin = p.gtin), '[]'))`;

/** A {@link PartyFacts} as JSON, of `organisation o`. Agents are those of this moment. */
export const PARTY_JSON = `json_build_object('gln', o.gln, 'name', o.name, 'role', o.role, 'country', o.country,
  'ownerGroup', o.owner_group,
  'agents', array(select a.agent from agent a where a.principal = o.gln
    and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now()) order by a.agent),
  'companyPrefixes', array(select c.prefix from company_prefix c where c.organisation = o.gln order by c.prefix))`;

/** A {@link LocationFacts} as JSON, of `location l`. */
export const LOCATION_JSON = `json_build_object('gln', l.gln, 'organisation', l.organisation, 'name', l.name,
  'country', l.country, 'timeZone', l.time_zone)`;

/** What PostgreSQL's JSON has in place of `undefined`. */
type Nullable<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: Exclude<T[P], undefined> | null };

export type ProductJson = Omit<ProductFacts, 'markets'> & {
  readonly markets: readonly Nullable<Market, 'withdrawnFrom'>[];
};
export type PartyJson = Nullable<PartyFacts, 'ownerGroup'>;

export const productOf = (json: ProductJson): ProductFacts => ({
  ...json,
  markets: json.markets.map((market) => ({ ...market, withdrawnFrom: market.withdrawnFrom ?? undefined })),
});

export const partyOf = (json: PartyJson): PartyFacts => ({
  ...json,
  ownerGroup: json.ownerGroup ?? undefined,
});

/** Facts by the key that names them. */
export interface MasterFacts {
  readonly products: ReadonlyMap<Gtin, ProductFacts>;
  readonly parties: ReadonlyMap<Gln, PartyFacts>;
  readonly locations: ReadonlyMap<Gln, LocationFacts>;
}

/** The three columns that {@link masterFactsOf} reads; null where nothing was found. */
export interface MasterRow {
  readonly products: readonly ProductJson[] | null;
  readonly parties: readonly PartyJson[] | null;
  readonly locations: readonly LocationFacts[] | null;
}

export const masterFactsOf = (row: MasterRow): MasterFacts => ({
  products: new Map((row.products ?? []).map((json) => [json.gtin, productOf(json)])),
  parties: new Map((row.parties ?? []).map((json) => [json.gln, partyOf(json)])),
  locations: new Map((row.locations ?? []).map((json) => [json.gln, json])),
});
