/** A product that a place has to do with. */
export interface ListedProduct {
  readonly gtin: string;
  readonly name: string;
  /** Withdrawn from the place's market: `YYYY-MM-DD`, or null. */
  readonly withdrawnFrom: string | null;
}

/** A recall that reaches a place. Batches are few, so they stand in the list as they are. */
export interface ListedRecall {
  readonly gtin: string;
  readonly lot: string;
  readonly recallClass: string | null;
}

/** What of a block list is exact. */
export interface ExactLists {
  readonly products: readonly ListedProduct[];
  readonly recalls: readonly ListedRecall[];
}
