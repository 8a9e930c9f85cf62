import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Claim } from './claim.ts';

/** One serialised pack that a statement names. Equal `uri`s are equal packs. */
export interface PackItem {
  /** The canonical Digital Link. */
  readonly uri: string;
  readonly gtin: Gtin;
  readonly serial: Serial;
}

/** One batch that a statement names. `quantity` is absent where the event does not say how many. */
export interface LotItem {
  readonly uri: string;
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly quantity: number | undefined;
}

/** What an EPCIS event says, in our own words: a claim about packs, batches and other objects. */
export interface Statement extends Claim {
  /** Each pack once, in the order of the event. */
  readonly packs: readonly PackItem[];
  readonly lots: readonly LotItem[];
  /** Canonical names of the logistic units and returnable assets that are named, each once. */
  readonly containers: readonly string[];
  /** Canonical keys of everything else that is named (foreign identifiers, places). */
  readonly others: readonly string[];
}
