import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { localDateAt } from '../kernel/local-date.ts';
import { loadProductsToRegister } from '../store/products.ts';
import { ownPlace } from './own-place.ts';

/** What Register a batch starts with. */
export interface RegisterScreenRow {
  readonly products: readonly {
    readonly gtin: string;
    readonly name: string;
    readonly serialLength: number;
    readonly serialAlphabet: string;
  }[];
  readonly today: string;
}

/** The products whose packs may be registered from here, and the date there. */
export async function registerScreen(scope: OrgScope, at: Instant): Promise<RegisterScreenRow> {
  const [products, place] = await Promise.all([loadProductsToRegister(scope, at), ownPlace(scope)]);
  return {
    products: products
      .filter(({ itemLevel }) => itemLevel === 'serial')
      .map(({ gtin, name, serialLength, serialAlphabet }) => ({ gtin, name, serialLength, serialAlphabet })),
    today: localDateAt(at, place.timeZone),
  };
}
