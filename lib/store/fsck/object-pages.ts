import type { Realm } from '../../custody/org-scope.ts';
import type { EventRef } from '../../custody/pack-state.ts';
import type { Gln } from '../../gs1/gln.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import type { Lot } from '../../gs1/lot.ts';
import type { Serial } from '../../gs1/serial.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import type { Db } from '../transaction.ts';

/** The columns that follow from a state, and where the object stands in the log. */
interface PlacedRow {
  readonly realm: Realm;
  readonly counter: number;
  readonly head_event: EventRef | null;
  readonly state: Json | null;
  readonly holder: Gln | null;
  readonly consignee: Gln | null;
  readonly location: Gln | null;
  readonly parent: string | null;
}

/** A row of `pack` whole. */
export interface PackToCheck extends PlacedRow {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly lot: Lot | null;
  readonly expiry: string | null;
  readonly status: string;
  readonly carries: boolean;
}

/** A row of `ledger_object` whole. */
export interface ObjectToCheck extends PlacedRow {
  readonly uri: string;
  readonly kind: string;
}

/** A row of `batch` whole. */
export interface BatchToCheck {
  readonly realm: Realm;
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly expiry: string | null;
  readonly state: Json;
  readonly commissioned: boolean;
  /** Packs of it that count as commissioned, and their expiry dates. */
  readonly made: boolean;
  readonly expiries: readonly string[];
}

/** The packs behind the key, `limit` at most. */
export async function loadPackPage(
  db: Db,
  [realm, gtin, serial]: readonly [number, string, string],
  limit: number,
): Promise<readonly PackToCheck[]> {
  const { rows } = await db.query<PackToCheck>({
    name: 'fsck-packs',
    text: `select * from pack where (realm, gtin, serial) > ($1::smallint, $2::text, $3::text)
      order by realm, gtin, serial limit $4`,
    values: [realm, gtin, serial, limit],
  });
  return rows;
}

/** Everything else that events name, likewise. */
export async function loadObjectPage(
  db: Db,
  [realm, uri]: readonly [number, string],
  limit: number,
): Promise<readonly ObjectToCheck[]> {
  const { rows } = await db.query<ObjectToCheck>({
    name: 'fsck-objects',
    text: `select * from ledger_object where (realm, uri) > ($1::smallint, $2::text) order by realm, uri limit $3`,
    values: [realm, uri, limit],
  });
  return rows;
}

/** The batches behind the key, likewise. */
export async function loadBatchPage(
  db: Db,
  [realm, gtin, lot]: readonly [number, string, string],
  limit: number,
): Promise<readonly BatchToCheck[]> {
  const { rows } = await db.query<BatchToCheck>({
    name: 'fsck-batches',
    text: `select b.*, exists (select from pack p where p.realm = b.realm and p.gtin = b.gtin and p.lot = b.lot
          and p.status <> 'unknown') as made,
        array(select distinct p.expiry::text from pack p where p.realm = b.realm and p.gtin = b.gtin and p.lot = b.lot
          and p.expiry is not null) as expiries
      from batch b where (b.realm, b.gtin, b.lot) > ($1::smallint, $2::text, $3::text) order by b.realm, b.gtin, b.lot limit $4`,
    values: [realm, gtin, lot, limit],
  });
  return rows;
}

/** The chain of an object as its events have it: the latest counter with its event, and whether none is missing. */
export interface ObjectChain {
  readonly uri: string;
  readonly last: number;
  readonly whole: boolean;
  readonly head: EventRef;
}

/** The chains of the objects, by name; of whom no event speaks, none. */
export async function loadChains(
  db: Db,
  realm: number,
  uris: readonly string[],
): Promise<ReadonlyMap<string, ObjectChain>> {
  const { rows } = await db.query<ObjectChain>({
    name: 'fsck-chains',
    text: `select o.uri, max(o.counter) as last, count(*) = max(o.counter) and min(o.counter) = 1 as whole,
        (array_agg(o.event order by o.counter desc))[1] as head
      from event_object o where o.realm = $1 and o.uri = any ($2::text[]) group by o.uri`,
    values: [realm, uris],
  });
  return new Map(rows.map((row) => [row.uri, row]));
}

/** A stay in a container as it is kept. */
export interface StayToCheck {
  readonly item: string;
  readonly event: EventRef;
  readonly container: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly until_event: EventRef | null;
}

/** The stays of the objects. */
export async function loadStays(
  db: Db,
  realm: number,
  items: readonly string[],
): Promise<readonly StayToCheck[]> {
  const { rows } = await db.query<StayToCheck>({
    name: 'fsck-stays',
    text: 'select item, event, container, since, until, until_event from containment where realm = $1 and item = any ($2::text[])',
    values: [realm, items],
  });
  return rows;
}
