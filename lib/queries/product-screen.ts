import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { guessChance } from '../gs1/guess-chance.ts';
import { loadOwnProducts, loadProduct } from '../store/products.ts';
import { countPacks, loadReservedRanges } from '../store/serial-policies.ts';

/** A product of the reader's organisation, and how its serial numbers are made. */
export interface ProductScreenRow {
  readonly gtin: string;
  readonly name: string;
  readonly markets: readonly { readonly country: string; readonly withdrawn: boolean }[];
  readonly serialLength: number;
  readonly serialAlphabet: string;
  readonly serialsEnforced: boolean;
  /** Packs that the register knows, and the chance that one guess hits one of them. */
  readonly packs: number;
  readonly guessChance: number;
  readonly ranges: readonly {
    readonly id: string;
    readonly first: string;
    readonly last: string;
    readonly note: string;
  }[];
  readonly mayChange: boolean;
}

/** The page of a product for its holder; `undefined` where to this reader there is none. */
export async function productScreen(scope: OrgScope, gtin: Gtin): Promise<ProductScreenRow | undefined> {
  const product = await loadProduct(scope, gtin);
  if (product?.holder !== scope.organisation) return undefined;
  const [packs, ranges] = await Promise.all([countPacks(scope, gtin), loadReservedRanges(scope, gtin)]);
  const { name, markets, serialLength, serialAlphabet, serialsEnforced } = product;
  return {
    ...{ gtin, name, serialLength, serialAlphabet, serialsEnforced, packs },
    markets: markets.map(({ country, withdrawnFrom }) => ({
      country,
      withdrawn: withdrawnFrom !== undefined,
    })),
    guessChance: guessChance({ alphabet: serialAlphabet, length: serialLength }, packs),
    ranges: ranges.map(({ id, first, last, note }) => ({ id, first, last, note })),
    mayChange: scope.userRole !== 'viewer',
  };
}

/** A product in the list of them. */
export type ProductListRow = Pick<ProductScreenRow, 'gtin' | 'name' | 'serialLength' | 'serialsEnforced'>;

/** The products of the reader's organisation, by name. */
export async function productList(scope: OrgScope): Promise<readonly ProductListRow[]> {
  const products = await loadOwnProducts(scope);
  return products.map(({ gtin, name, serialLength, serialsEnforced }) => ({
    ...{ gtin, name, serialLength, serialsEnforced },
  }));
}
