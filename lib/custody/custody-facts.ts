import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { BatchState } from './batch-state.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import type { PartyFacts } from './party-facts.ts';
import type { ProductFacts } from './product-facts.ts';

/** What is stored of one pack. */
export interface PackFacts {
  readonly state: PackState;
  /** Every statement about the pack in the order of recording; demanded only where `needsHistory` says so. */
  readonly history?: readonly PackEntry[] | undefined;
}

/** What is stored of everything that a statement names. What is not registered is absent. */
export interface CustodyFacts {
  /** By canonical SGTIN; a pack never heard of is absent. */
  readonly packs: ReadonlyMap<string, PackFacts>;
  /** By canonical LGTIN: the batches that the statement names, and those of its packs. */
  readonly batches: ReadonlyMap<string, BatchState>;
  readonly products: ReadonlyMap<Gtin, ProductFacts>;
  /** The reporter, its principals, and whoever holds the company prefix of a product that is not registered. */
  readonly parties: ReadonlyMap<Gln, PartyFacts>;
}
