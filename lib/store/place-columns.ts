import type { PackState } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';

/** What the lists of stock and of deliveries are indexed by. The sender holds what is in transit (custody.md 1). */
export interface PlaceColumns {
  readonly holder: Gln | null;
  readonly consignee: Gln | null;
  readonly location: Gln | null;
}

export function placeColumnsOf({ place }: PackState): PlaceColumns {
  switch (place.kind) {
    case 'nowhere':
      return { holder: null, consignee: null, location: null };
    case 'held':
      return { holder: place.party, consignee: null, location: place.location ?? null };
    case 'transit':
      return { holder: place.from, consignee: place.to ?? null, location: null };
  }
}
