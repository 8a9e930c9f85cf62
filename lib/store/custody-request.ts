import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { ObjectKind } from '../gs1/object-key.ts';
import type { Serial } from '../gs1/serial.ts';

/** A pack by what is printed on it, with the canonical Digital Link that is its name in the log. */
export interface PackKey {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly uri: string;
}

/** A batch of a product. */
export interface BatchKey {
  readonly gtin: Gtin;
  readonly lot: Lot;
}

/** Anything but a pack that an event names, by its canonical name. */
export interface NamedObject {
  readonly kind: ObjectKind;
  readonly uri: string;
}

/** What an event names, as far as the rules will ask about it. No key stands twice in a list. */
export interface CustodyRequest {
  /** The ledger's event id, to find the event where it is recorded already. */
  readonly event: EventRef;
  /** The CBV event hash, to find an earlier event of the same content. */
  readonly eventHash: string;
  /** Other events that this one refers to; the answer says which are recorded. */
  readonly references: readonly EventRef[];
  readonly packs: readonly PackKey[];
  /** Batches named or, by a commissioning, about to exist. Those of the packs are found without being asked for. */
  readonly batches: readonly BatchKey[];
  /** Lots, cases and whatever else is named: locked, for their place in the log. */
  readonly objects: readonly NamedObject[];
  /** Sources and destinations. The reporter and the holders of packs, products, company prefixes and places are found without being asked for. */
  readonly parties: readonly Gln[];
  readonly locations: readonly Gln[];
}
