import type { Claim } from '../custody/claim.ts';
import type { Deed } from '../custody/pack-state.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { LocalDate } from '../kernel/local-date.ts';

/** What is registered of a pack. */
export interface PackRecord {
  readonly lot: Lot | undefined;
  readonly expiry: LocalDate | undefined;
  readonly commissioned: Deed | undefined;
  readonly terminal: Deed | undefined;
  /** A registered serial of the same product that this one is a likely misreading of: other case, or Y and Z swapped. */
  readonly lookAlike: string | undefined;
}

/** Who an organisation is, as far as a text names it. */
export interface PartyRecord {
  readonly name: string;
  readonly country: string;
  readonly ownerGroup: string | undefined;
}

/** Where a location is. */
export interface PlaceRecord {
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
}

/** A statement about a pack made by somebody else with a time after a theft. */
export interface SeenAfterTheft {
  readonly pack: string;
  readonly claim: Pick<Claim, 'event' | 'act' | 'reporter' | 'location' | 'claimedAt'>;
}

/** Everything a detector may look at beside the sighting and its own state. What is not registered is `undefined`. */
export interface DetectorFacts {
  pack(uri: string): PackRecord | undefined;
  product(gtin: Gtin): ProductFacts | undefined;
  party(gln: Gln): PartyRecord | undefined;
  place(gln: Gln): PlaceRecord | undefined;
  /** Of an event that reports a theft: what others had already recorded of those packs for a later time. */
  readonly afterTheft: readonly SeenAfterTheft[];
}
