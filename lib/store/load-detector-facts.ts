import type { PartyRecord, PlaceRecord } from '../anomaly/facts.ts';
import type { OrganisationRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Db } from './transaction.ts';

interface PartyRow {
  readonly gln: Gln;
  readonly name: string;
  readonly role: OrganisationRole;
  readonly country: string;
  readonly owner_group: string | null;
}

/** Organisations by GLN; those that are not registered are absent. */
export async function loadPartyRecords(db: Db, glns: readonly Gln[]): Promise<ReadonlyMap<Gln, PartyRecord>> {
  const { rows } = await db.query<PartyRow>({
    name: 'party-records',
    text: 'select gln, name, role, country, owner_group from organisation where gln = any ($1::text[])',
    values: [glns],
  });
  return new Map(
    rows.map(({ gln, name, role, country, owner_group }) => [
      gln,
      { name, role, country, ownerGroup: owner_group ?? undefined },
    ]),
  );
}

type PlaceRow = Omit<PlaceRecord, 'latitude' | 'longitude'> & {
  readonly gln: Gln;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** Places by GLN; those that are not registered are absent. */
export async function loadPlaceRecords(db: Db, glns: readonly Gln[]): Promise<ReadonlyMap<Gln, PlaceRecord>> {
  const { rows } = await db.query<PlaceRow>({
    name: 'place-records',
    text: 'select gln, city, country, latitude, longitude from location where gln = any ($1::text[])',
    values: [glns],
  });
  return new Map(
    rows.map(({ gln, latitude, longitude, ...place }) => [
      gln,
      { ...place, latitude: latitude ?? undefined, longitude: longitude ?? undefined },
    ]),
  );
}
