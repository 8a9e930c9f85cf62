import type { PackRecord, PartyRecord, PlaceRecord, ProductRecord } from '../anomaly/facts.ts';
import type { Claim } from '../custody/claim.ts';
import { foldPack } from '../custody/fold-pack.ts';
import type { OrganisationRole, Realm } from '../custody/org-scope.ts';
import type { EntryEffect, PackEntry } from '../custody/pack-entry.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { PackKey } from './custody-request.ts';
import { PRODUCT_JSON, type ProductJson, productOf } from './fact-columns.ts';
import { LOG_ID } from './log-id.ts';
import { batchStateOf } from './state-columns.ts';
import type { Db } from './transaction.ts';

interface PackRow {
  readonly uri: string;
  readonly entries: readonly {
    readonly claim: Claim;
    readonly effect: EntryEffect;
    readonly takesPlaceOf: EventRef | null;
  }[];
  readonly product: ProductJson | null;
  readonly batch: Json | null;
}

/**
 * What the log says of packs in its first `before` entries, by canonical Digital Link; those that no event names there are absent. What
 * a correction has since taken out stays out, and recalls are those that stand now.
 */
export async function loadPackRecords(
  db: Db,
  realm: Realm,
  packs: readonly PackKey[],
  before: bigint,
): Promise<ReadonlyMap<string, PackRecord>> {
  const { rows } = await db.query<PackRow>({
    name: 'pack-records',
    text: `select k.uri, h.entries, (select ${PRODUCT_JSON} from product p where p.realm = $1 and p.gtin = k.gtin) as product,
        (select b.state from pack p join batch b on b.realm = p.realm and b.gtin = p.gtin and b.lot = p.lot
          where p.realm = $1 and p.gtin = k.gtin and p.serial = k.serial) as batch
      from unnest($2::text[], $3::text[], $4::text[]) as k (gtin, serial, uri)
      cross join lateral (
        select json_agg(json_build_object('claim', e.claim, 'effect', o.effect,
            'takesPlaceOf', replace(o.takes_place_of::text, '-', '')) order by o.counter) as entries
          from event_object o join event e on e.id = o.event join ledger.entry n on n.log_id = $6 and n.event_id = o.event
         where o.realm = $1 and o.uri = k.uri and n.seq < $5) as h
     where h.entries is not null`,
    values: [
      realm,
      packs.map((pack) => pack.gtin),
      packs.map((pack) => pack.serial),
      packs.map((pack) => pack.uri),
      before,
      LOG_ID,
    ],
  });
  return new Map(rows.map((row) => [row.uri, recordOf(row)]));
}

function recordOf({ uri, entries, product, batch }: PackRow): PackRecord {
  const history = entries.map(
    ({ claim, effect, takesPlaceOf }): PackEntry => ({
      claim,
      effect,
      takesPlaceOf: takesPlaceOf ?? undefined,
    }),
  );
  const known = batch === null ? undefined : batchStateOf(batch);
  const facts = product === null ? undefined : productOf(product);
  const { state } = foldPack(uri, history, { gtinHolder: facts?.holder, product: facts, batch: known });
  return {
    status: state.status,
    place: state.place,
    lot: state.lot,
    expiry: state.expiry,
    commissioned: state.commissioned,
    ended: state.terminal ?? state.foreignSupply,
    recalls: known?.recalls ?? [],
    history: history.map(({ claim }) => claim),
  };
}

/** Products of a realm by GTIN; those that nobody registered are absent. */
export async function loadProductRecords(
  db: Db,
  realm: Realm,
  gtins: readonly Gtin[],
): Promise<ReadonlyMap<Gtin, ProductRecord>> {
  const { rows } = await db.query<ProductRecord & { readonly gtin: Gtin }>({
    name: 'product-records',
    text: 'select gtin, name, holder from product where realm = $1 and gtin = any ($2::text[])',
    values: [realm, gtins],
  });
  return new Map(rows.map(({ gtin, name, holder }) => [gtin, { name, holder }]));
}

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
