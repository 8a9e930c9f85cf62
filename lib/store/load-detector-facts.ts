import type { PackRecord, PartyRecord, PlaceRecord, SeenAfterTheft } from '../anomaly/facts.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PackKey } from './custody-request.ts';
import { PRODUCT_JSON, type ProductJson, productOf } from './fact-columns.ts';
import { packStateOf } from './state-columns.ts';
import type { Db } from './transaction.ts';

/** What the register knows of the packs that a sighting names, by canonical Digital Link; those never heard of are absent. */
export async function loadPackRecords(
  db: Db,
  realm: Realm,
  packs: readonly PackKey[],
): Promise<ReadonlyMap<string, PackRecord>> {
  const { rows } = await db.query<{
    readonly uri: string;
    readonly state: Json | null;
    readonly like: string | null;
  }>({
    name: 'pack-records',
    text: `select k.uri, p.state, l.serial as like
      from unnest($2::text[], $3::text[], $4::text[]) as k (gtin, serial, uri)
      left join lateral (select p.state from pack p where p.realm = $1 and p.gtin = k.gtin and p.serial = k.serial limit 1) p on true
      left join lateral (select p.serial from pack p where p.realm = $1 and p.gtin = k.gtin and p.serial <> k.serial
        and p.status <> 'unknown' and p.serial = any (array[upper(k.serial), lower(k.serial), translate(k.serial, 'yYzZ', 'zZyY'),
          upper(translate(k.serial, 'yYzZ', 'zZyY')), lower(translate(k.serial, 'yYzZ', 'zZyY'))]) limit 1) l on true`,
    values: [
      realm,
      packs.map((pack) => pack.gtin),
      packs.map((pack) => pack.serial),
      packs.map((pack) => pack.uri),
    ],
  });
  const known = rows.filter((row) => row.state !== null || row.like !== null);
  return new Map(known.map((row) => [row.uri, recordOf(row.state, row.like)]));
}

function recordOf(json: Json | null, like: string | null): PackRecord {
  const state = json === null ? undefined : packStateOf(json);
  return {
    lot: state?.lot,
    expiry: state?.expiry,
    commissioned: state?.commissioned,
    terminal: state?.terminal,
    lookAlike: state?.commissioned ? undefined : (like ?? undefined),
  };
}

/** Products of a realm by GTIN; those that nobody registered are absent. */
export async function loadProductFacts(
  db: Db,
  realm: Realm,
  gtins: readonly Gtin[],
): Promise<ReadonlyMap<Gtin, ProductFacts>> {
  const { rows } = await db.query<{ readonly product: ProductJson }>({
    name: 'product-facts',
    text: `select ${PRODUCT_JSON} as product from product p where p.realm = $1 and p.gtin = any ($2::text[])`,
    values: [realm, gtins],
  });
  return new Map(rows.map(({ product }) => [product.gtin, productOf(product)]));
}

/** Organisations by GLN; those that are not registered are absent. */
export async function loadPartyRecords(db: Db, glns: readonly Gln[]): Promise<ReadonlyMap<Gln, PartyRecord>> {
  const { rows } = await db.query<{ gln: Gln; name: string; country: string; owner_group: string | null }>({
    name: 'party-records',
    text: 'select gln, name, country, owner_group from organisation where gln = any ($1::text[])',
    values: [glns],
  });
  return new Map(
    rows.map(({ gln, name, country, owner_group }) => [
      gln,
      { name, country, ownerGroup: owner_group ?? undefined },
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
    text: 'select gln, name, city, country, latitude, longitude from location where gln = any ($1::text[])',
    values: [glns],
  });
  return new Map(
    rows.map(({ gln, latitude, longitude, ...place }) => [
      gln,
      { ...place, latitude: latitude ?? undefined, longitude: longitude ?? undefined },
    ]),
  );
}

/** A theft that an event reports. */
export interface ReportedTheft {
  readonly event: EventRef;
  readonly realm: Realm;
  readonly reporter: Gln;
  readonly at: Instant;
  /** Canonical Digital Links. */
  readonly packs: readonly string[];
}

/** What others had recorded of stolen packs, with a time after the theft, by the time the theft was reported; in log order. */
export async function loadSeenAfterTheft(
  db: Db,
  { event, realm, reporter, at, packs }: ReportedTheft,
): Promise<readonly SeenAfterTheft[]> {
  const { rows } = await db.query<SeenAfterTheft>({
    name: 'seen-after-theft',
    text: `select o.uri as pack, e.claim from unnest($2::text[]) as k (uri)
      cross join lateral (select o.uri, o.counter, o.event from event_object o where o.realm = $1 and o.uri = k.uri
        and o.counter < (select t.counter from event_object t where t.event = $5 and t.realm = $1 and t.uri = k.uri)) as o
      join event e on e.id = o.event
     where e.reporter <> $3 and (e.claim ->> 'claimedAt')::int8 > $4 order by o.uri, o.counter`,
    values: [realm, packs, reporter, at, event],
  });
  return rows;
}
