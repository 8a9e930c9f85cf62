import { mayReport, type Refusal } from '../custody/authority/may-report.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadParties, loadPlaces } from '../store/organisations.ts';
import { loadProduct, type ProductRow } from '../store/products.ts';

/** Why the caller cannot register packs of a product. */
export type CommissionError =
  | { readonly code: 'product/unknown' }
  | { readonly code: 'capture/not-yours'; readonly refusal: Refusal };

/** The product, where the scope may commission packs of it here: asked before anything is told of its serial numbers. */
export async function mayCommission(
  scope: OrgScope,
  gtin: Gtin,
): Promise<Result<ProductRow, CommissionError>> {
  const product = await loadProduct(scope, gtin);
  if (!product) return err({ code: 'product/unknown' });
  const ownPlaces = scope.location === undefined ? [] : [scope.location];
  const [parties, places] = await Promise.all([loadParties([product.holder]), loadPlaces(ownPlaces)]);
  const holder = parties.get(product.holder);
  const refusal = mayReport(
    scope,
    { action: 'ADD', act: 'commission', gtins: [gtin], ownPlaces, placesOfNobody: [] },
    {
      principals: holder?.agents.includes(scope.organisation) ? [holder] : [],
      places,
      gtinHolders: new Map(holder ? [[gtin, holder]] : []),
    },
  );
  return refusal ? err({ code: 'capture/not-yours', refusal }) : ok(product);
}
