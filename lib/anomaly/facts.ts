import type { Recall } from '../custody/batch-state.ts';
import type { Claim } from '../custody/claim.ts';
import type { OrganisationRole } from '../custody/org-scope.ts';
import type { Deed, PackStatus, Place } from '../custody/pack-state.ts';
import type { Market } from '../custody/product-facts.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Instant } from '../kernel/instant.ts';
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
  /** The closed container that it is in. */
  readonly closedIn: string | undefined;
  /** What was said of it, and of what it was in while it was, in log order. */
  readonly history: readonly Claim[];
}

/** What is registered of a product. */
export interface ProductRecord {
  readonly name: string;
  readonly holder: Gln;
  /** Where it is sold, and from when to when; none: nobody has said. */
  readonly markets: readonly Market[];
}

/** From when to when something holds by the register, and since when that has been known; both days count. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | undefined;
  /** `undefined`: from the start. */
  readonly knownAt: Instant | undefined;
}

/** What an organisation may do, and where. */
export interface LicenceRecord extends Period {
  readonly activity: 'manufacture' | 'wholesale' | 'dispense' | 'import';
  /** ISO 3166-1 alpha-2, or a union such as `EU`. */
  readonly market: string;
}

/** A leave to bring a product from one market into another. */
export interface ImportApproval extends Period {
  readonly party: Gln;
  readonly fromMarket: string;
  readonly toMarket: string;
}

/** Who an organisation is, as far as a text names it. */
export interface PartyRecord {
  readonly name: string;
  readonly role: OrganisationRole;
  readonly country: string;
  readonly ownerGroup: string | undefined;
  /** `undefined` where the register of licences does not cover the organisation: that says nothing against it. */
  readonly licences: readonly LicenceRecord[] | undefined;
  readonly suspensions: readonly Period[];
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
  imports(gtin: Gtin): readonly ImportApproval[];
  party(gln: Gln): PartyRecord | undefined;
  place(gln: Gln): PlaceRecord | undefined;
}
