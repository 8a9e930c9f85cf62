import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Instant } from '../kernel/instant.ts';
import type { BatchState } from './batch-state.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import type { PartyFacts } from './party-facts.ts';
import type { ProductFacts } from './product-facts.ts';

/** What is stored of one pack or container. */
export interface PackFacts {
  readonly state: PackState;
  /** Every statement about the pack in the order of recording; demanded only where `needsHistory` says so. */
  readonly history?: readonly PackEntry[] | undefined;
  /** Of a container: the latest time of a statement about what was inside, while it was. */
  readonly contentsTouchedAt?: Instant | undefined;
}

/** An object that was inside a container, with every statement about itself. */
export interface ContentFacts {
  readonly item: string;
  readonly state: PackState;
  readonly history: readonly PackEntry[];
}

/** What is stored of everything that a statement names. What is not registered is absent. */
export interface CustodyFacts {
  /** By canonical SGTIN; a pack never heard of is absent. */
  readonly packs: ReadonlyMap<string, PackFacts>;
  /** By canonical name: the containers that the statement names, and those that anything it names is in, at whatever depth. */
  readonly containers: ReadonlyMap<string, PackFacts>;
  /** Whose key a container bears, by company prefix; absent where nobody registered it. */
  readonly containerHolders: ReadonlyMap<string, Gln>;
  /** Where something is late or corrects: the histories of all containers that what it names was ever in, and of these. */
  readonly histories?: ReadonlyMap<string, readonly PackEntry[]> | undefined;
  /** And what was inside the containers named, and had statements of its own since; by the container named. */
  readonly contents?: ReadonlyMap<string, readonly ContentFacts[]> | undefined;
  /** By canonical LGTIN: the batches that the statement names, and those of its packs. */
  readonly batches: ReadonlyMap<string, BatchState>;
  readonly products: ReadonlyMap<Gtin, ProductFacts>;
  /** The reporter, its principals, and whoever holds the company prefix of a product that is not registered. */
  readonly parties: ReadonlyMap<Gln, PartyFacts>;
}
