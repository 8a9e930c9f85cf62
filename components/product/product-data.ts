import type { ProductScreenRow } from '../../lib/queries/product-screen.ts';
import type { ActionAnswer } from '../ui/problem-data.ts';

/** How serials of a product are to be made. */
export interface PolicyRequest {
  readonly gtin: string;
  readonly length: number;
  readonly alphabet: string;
  readonly enforced: boolean;
}

/** Serials that are to be reserved, both ends included. */
export interface RangeRequest {
  readonly gtin: string;
  readonly first: string;
  readonly last: string;
  readonly note: string;
}

/** What the page of a product needs. */
export interface ProductScreenProps extends ProductScreenRow {
  readonly savePolicy: (request: PolicyRequest) => Promise<ActionAnswer<null>>;
  readonly addRange: (request: RangeRequest) => Promise<ActionAnswer<null>>;
  readonly removeRange: (gtin: string, id: string) => Promise<ActionAnswer<null>>;
}
