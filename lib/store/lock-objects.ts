import type { Realm } from '../custody/org-scope.ts';
import type { EventRef, PackState } from '../custody/pack-state.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import type { CustodyRequest } from './custody-request.ts';
import { instantOfDate } from './instant-of-date.ts';
import { packStateOf } from './state-columns.ts';
import type { Tx } from './transaction.ts';

/** Where an object stands in the log: how many events name it, and the latest of them. */
export interface LogPlace {
  readonly counter: number;
  readonly headEvent: EventRef | undefined;
}

/** A pack that some event has named before. */
export interface LockedPack extends LogPlace {
  readonly state: PackState;
  /** Of a container: the latest time of an event about what was inside, while it was. */
  readonly contentsTouchedAt?: Instant | undefined;
}

/** Anything else that some event has named before; a container has a state. */
export interface LockedObject extends LogPlace {
  readonly state?: PackState | undefined;
  readonly contentsTouchedAt?: Instant | undefined;
}

const TOUCHED = (container: string) =>
  `(select max(c.touched_at) from containment c where c.realm = $1 and c.container = ${container})`;

/**
 * Rows in the order of their keys, so that two events that share objects wait for each other and never in a ring.
 * Looked up one by one: a join is planned by statistics that do not know the table yet while it is being filled.
 */
const LOCK_PACKS = {
  name: 'lock-packs',
  text: `select p.gtin, p.serial, p.state, p.counter, p.head_event, case when p.state ? 'o' then ${TOUCHED('k.uri')} end as touched
    from (select * from unnest($2::text[], $3::text[], $4::text[]) as k (gtin, serial, uri) order by gtin, serial) as k
    cross join lateral (select * from pack p where p.realm = $1 and p.gtin = k.gtin and p.serial = k.serial limit 1 for update) as p`,
};

const LOCK_OBJECTS = {
  name: 'lock-objects',
  text: `select o.uri, o.counter, o.head_event, o.state, case when o.state is not null then ${TOUCHED('k.uri')} end as touched
    from (select * from unnest($2::text[]) as k (uri) order by uri) as k
    cross join lateral (select * from ledger_object o where o.realm = $1 and o.uri = k.uri limit 1 for update) as o`,
};

interface PackRow {
  readonly gtin: string;
  readonly serial: string;
  readonly state: Json;
  readonly counter: number;
  readonly head_event: string | null;
  readonly touched: Date | null;
}

type ObjectRow = Omit<PackRow, 'gtin' | 'serial' | 'state'> & {
  readonly uri: string;
  readonly state: Json | null;
};

const touchedOf = ({ touched }: { readonly touched: Date | null }) =>
  touched === null ? {} : { contentsTouchedAt: instantOfDate(touched) };

/** Locks the packs named that have been named before, until the end of `tx`. Keyed by canonical Digital Link. */
export async function lockPacks(
  tx: Tx,
  realm: Realm,
  packs: CustodyRequest['packs'],
): Promise<ReadonlyMap<string, LockedPack>> {
  if (packs.length === 0) return new Map();
  const values = [
    realm,
    packs.map((pack) => pack.gtin),
    packs.map((pack) => pack.serial),
    packs.map((pack) => pack.uri),
  ];
  const { rows } = await tx.query<PackRow>({ ...LOCK_PACKS, values });
  const uris = new Map(packs.map((pack) => [`${pack.gtin}${pack.serial}`, pack.uri]));
  return new Map(
    rows.map((row) => [
      uris.get(`${row.gtin}${row.serial}`) ?? '',
      {
        state: packStateOf(row.state),
        counter: row.counter,
        headEvent: row.head_event ?? undefined,
        ...touchedOf(row),
      },
    ]),
  );
}

/** Locks everything else that is named, in the same way. */
export async function lockObjects(
  tx: Tx,
  realm: Realm,
  objects: CustodyRequest['objects'],
): Promise<ReadonlyMap<string, LockedObject>> {
  if (objects.length === 0) return new Map();
  const values = [realm, objects.map((object) => object.uri)];
  const { rows } = await tx.query<ObjectRow>({ ...LOCK_OBJECTS, values });
  return new Map(
    rows.map((row) => [
      row.uri,
      {
        counter: row.counter,
        headEvent: row.head_event ?? undefined,
        ...(row.state !== null && { state: packStateOf(row.state) }),
        ...touchedOf(row),
      },
    ]),
  );
}
