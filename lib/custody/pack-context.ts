import type { Gln } from '../gs1/gln.ts';
import type { BatchState } from './batch-state.ts';
import type { PackEntry } from './pack-entry.ts';
import type { PackState } from './pack-state.ts';
import type { ProductFacts } from './product-facts.ts';
import type { PastSurroundings, Surroundings } from './surroundings.ts';

/** The container that a statement is about, as the object concerned stands to it. */
type Target =
  | { readonly isItem: true }
  | {
      readonly isItem: false;
      /** With the containers that it stands in counted in; absent: nothing is recorded of it. */
      readonly state: PackState | undefined;
      /** It stands, at whatever depth, in the object that is said to be put into it. */
      readonly holdsItem: boolean;
      /** How many containers it stands in. */
      readonly levelsAbove: number;
    };

/** What the rules look at beside an object's own state. */
export interface PackContext {
  /** Whose GTIN it is, of a container whose key; `undefined` where nobody registered the product or its prefix. */
  readonly gtinHolder: Gln | undefined;
  readonly product: ProductFacts | undefined;
  /** The state of the pack's batch; `undefined` where the batch is not known. */
  readonly batch: BatchState | undefined;
  /** The object is a logistic unit or a returnable asset, and no pack. */
  readonly isContainer?: true | undefined;
  /** Where the containers were; absent for what was never in one. */
  readonly around?: Surroundings | undefined;
  /** The same from histories, and what was inside: for a statement about a container that comes late, or corrects. */
  readonly past?: PastSurroundings | undefined;
  readonly contents?: readonly Content[] | undefined;
  /** The container that the object is in when the statement meets it. Set by the fold, as is `target`. */
  readonly inside?: { readonly state: PackState } | undefined;
  readonly target?: Target | undefined;
}

/** An object that was in a container, or in what was in it, when something was said of the object itself. */
export interface Content {
  readonly item: string;
  readonly history: readonly PackEntry[];
  readonly context: PackContext;
}
