import type { Recall } from '../custody/batch-state.ts';
import type { Claim } from '../custody/claim.ts';
import type { OrganisationRole } from '../custody/org-scope.ts';
import type { Deed, PackStatus, Place } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { LocalDate } from '../kernel/local-date.ts';

/** What the log says of a pack up to a sighting. */
export interface PackRecord {
  readonly status: PackStatus;
  readonly place: Place;
  readonly lot: Lot | undefined;
  readonly expiry: LocalDate | undefined;
  readonly commissioned: Deed | undefined;
  /** What ended its life; of a pack still in circulation a supply by somebody who did not hold it. */
  readonly ended: Deed | undefined;
  /** The theft that stands. */
  readonly theft: Deed | undefined;
  /** Of its batch, in force by then. */
  readonly recalls: readonly Recall[];
  /** What was said of it, in log order. */
  readonly history: readonly Claim[];
}

/** What is registered of a product. */
export interface ProductRecord {
  readonly name: string;
  readonly holder: Gln;
}

/** Who an organisation is, as far as a text names it. */
export interface PartyRecord {
  readonly name: string;
  readonly role: OrganisationRole;
  readonly country: string;
  readonly ownerGroup: string | undefined;
}

/** Where a location is. */
export interface PlaceRecord {
  readonly city: string;
  readonly country: string;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
}

/** What a detector may look at beside a sighting and its own memory. What is not registered is `undefined`. */
export interface DetectorFacts {
  /** One of the packs that {@link packsLookedAt} asks for; `undefined` where no event before names it. */
  pack(uri: string): PackRecord | undefined;
  /**
   * Of an observation, which may wait a minute for its leaf: the commissioning of the pack that was recorded after it and stands in the
   * log before it.
   */
  commissionedSince(uri: string): Claim | undefined;
  product(gtin: Gtin): ProductRecord | undefined;
  party(gln: Gln): PartyRecord | undefined;
  place(gln: Gln): PlaceRecord | undefined;
}
