import type { Deed } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { DetectorFacts } from './facts.ts';
import type { ObservationSighting } from './sighting.ts';

/** An organisation at one of its places, and what it observed there. */
export interface Site {
  readonly party: Gln;
  readonly location: Gln | undefined;
  readonly observation?: string;
}

export const siteOfDeed = ({ by, location }: Deed): Site => ({ party: by, location });

export const siteOfObservation = ({ organisation, location, id }: ObservationSighting): Site => ({
  party: organisation,
  location,
  observation: id,
});

/** The country of a site: that of its place, else of its organisation. */
export const countryOf = ({ party, location }: Site, facts: DetectorFacts): string | undefined =>
  (location === undefined ? undefined : facts.place(location)?.country) ?? facts.party(party)?.country;

/** One organisation, or two branches of one owner. */
export function isSameHouse(a: Gln, b: Gln, facts: DetectorFacts): boolean {
  const group = facts.party(a)?.ownerGroup;
  return a === b || (group !== undefined && group === facts.party(b)?.ownerGroup);
}

/** What branches of one owner have in common: the owner group, or the organisation itself. */
export const houseOf = (gln: Gln, facts: DetectorFacts): string => facts.party(gln)?.ownerGroup ?? gln;
