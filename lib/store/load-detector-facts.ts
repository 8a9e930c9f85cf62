import type { LicenceRecord, PartyRecord, Period, PlaceRecord } from '../anomaly/facts.ts';
import type { OrganisationRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { momentOf } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Db } from './transaction.ts';

/** PostgreSQL's JSON has null in place of `undefined`, and times as texts. */
interface PeriodJson {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly knownAt: number | null;
}

interface PartyRow {
  readonly gln: Gln;
  readonly name: string;
  readonly role: OrganisationRole;
  readonly country: string;
  readonly owner_group: string | null;
  readonly licences: readonly (PeriodJson & Pick<LicenceRecord, 'activity' | 'market'>)[] | null;
  readonly suspensions: readonly PeriodJson[] | null;
}

const PERIOD_JSON = `'from', k.valid_from, 'to', k.valid_to, 'knownAt', floor(extract(epoch from k.known_at) * 1000)`;

/** Organisations by GLN; those that are not registered are absent. One without any licence is one that the register does not cover. */
export async function loadPartyRecords(db: Db, glns: readonly Gln[]): Promise<ReadonlyMap<Gln, PartyRecord>> {
  const { rows } = await db.query<PartyRow>({
    name: 'party-records',
    text: `select gln, name, role, country, owner_group,
        (select json_agg(json_build_object('activity', k.activity, 'market', k.market, ${PERIOD_JSON}) order by k.id)
          from licence k where k.organisation = o.gln) as licences,
        (select json_agg(json_build_object(${PERIOD_JSON}) order by k.id) from suspension k where k.organisation = o.gln) as suspensions
      from organisation o where gln = any ($1::text[])`,
    values: [glns],
  });
  return new Map(
    rows.map(({ gln, name, role, country, owner_group, licences, suspensions }) => [
      gln,
      {
        ...{ name, role, country, ownerGroup: owner_group ?? undefined },
        licences: licences?.map((licence) => ({ ...licence, ...periodOf(licence) })),
        suspensions: suspensions?.map(periodOf) ?? [],
      },
    ]),
  );
}

const periodOf = ({ from, to, knownAt }: PeriodJson): Period => ({
  from,
  to: to ?? undefined,
  knownAt: knownAt === null ? undefined : momentOf(knownAt),
});

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
