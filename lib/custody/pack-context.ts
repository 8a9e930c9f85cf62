import type { Gln } from '../gs1/gln.ts';
import type { BatchState } from './batch-state.ts';
import type { ProductFacts } from './product-facts.ts';

/** What the rules look at beside a pack's own state. */
export interface PackContext {
  /** Whose GTIN it is; `undefined` where nobody registered the product or its prefix. */
  readonly gtinHolder: Gln | undefined;
  readonly product: ProductFacts | undefined;
  /** The state of the pack's batch; `undefined` where the batch is not known. */
  readonly batch: BatchState | undefined;
}
