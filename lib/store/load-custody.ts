import type { BatchState } from '../custody/batch-state.ts';
import { containerDigits } from '../custody/container-holder.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { EventRef, PackState } from '../custody/pack-state.ts';
import type { Gln } from '../gs1/gln.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { allInOrder } from './all-in-order.ts';
import type { CustodyRequest } from './custody-request.ts';
import {
  LOCATION_JSON,
  type MasterFacts,
  type MasterRow,
  masterFactsOf,
  PARTY_JSON,
  type PartyJson,
  PRODUCT_JSON,
  partyOf,
} from './fact-columns.ts';
import { lockAncestors } from './lock-ancestors.ts';
import { type LockedObject, type LockedPack, lockObjects, lockPacks } from './lock-objects.ts';
import { batchStateOf } from './state-columns.ts';
import type { Tx } from './transaction.ts';

/** An event that is recorded under the id asked for. */
export interface RecordedEvent {
  readonly id: EventRef;
  readonly reporter: Gln;
  /** The same content gives the same digest, and then a repetition is no conflict. */
  readonly contentDigest: Uint8Array;
}

/** Everything that is known of what an event names. Absent from a map: never heard of. */
export interface LoadedCustody extends MasterFacts {
  /** Keyed by canonical Digital Link. The rows stay locked until the transaction ends. */
  readonly packs: ReadonlyMap<string, LockedPack>;
  readonly objects: ReadonlyMap<string, LockedObject>;
  /** The containers that anything named is in, at whatever depth. None of them moves until the transaction ends. */
  readonly ancestors: ReadonlyMap<string, PackState>;
  /** Keyed by canonical Digital Link. */
  readonly batches: ReadonlyMap<string, BatchState>;
  readonly recorded: RecordedEvent | undefined;
  /** An earlier event of the same reporter with the same CBV event hash, but for those that a declaration took out, of a pack or a batch. */
  readonly repeats: EventRef | undefined;
  /** Which of the references asked for are recorded. */
  readonly known: ReadonlySet<EventRef>;
}

/** The canonical Digital Link of a batch. */
export const batchUriOf = (gtin: string, lot: string): string =>
  canonicalUriOf({ key: { ai: '01', value: gtin }, qualifier: { ai: '10', value: lot } });

/** The packs are locked by now, so what is read of them again here is what the caller was given. */
const FACTS = {
  name: 'custody-facts',
  text: `with named as materialized (
      select distinct p.gtin, p.lot, p.holder, p.consignee from unnest($2::text[], $3::text[]) as k (gtin, serial)
        cross join lateral (select * from pack p where p.realm = $1 and p.gtin = k.gtin and p.serial = k.serial limit 1) as p),
    lots as (select gtin, lot from named where lot is not null union select * from unnest($4::text[], $5::text[])),
    products as materialized (select p.realm, p.gtin, p.name, p.holder, p.item_level from product p
      where p.realm = $1 and p.gtin = any (array(select unnest($2::text[]) union select unnest($4::text[])))),
    places as materialized (select * from location where gln = any ($7::text[])),
    people as (select unnest($6::text[]) as gln union select holder from products union select holder from named
      union select consignee from named union select organisation from places
      union select c.organisation from (select unnest($2::text[]) as gtin union select unnest($4::text[])) g
        cross join generate_series(4, 12) as n join company_prefix c on c.prefix = substr(g.gtin, 2, n)
       where not exists (select from products p where p.gtin = g.gtin)
      union select c.organisation from unnest($12::text[]) as k (digits)
        cross join generate_series(4, 12) as n join company_prefix c on c.prefix = substr(k.digits, 2, n))
  select
    (select jsonb_agg(jsonb_build_object('gtin', b.gtin, 'lot', b.lot, 'state', b.state))
       from lots join batch b on b.realm = $1 and b.gtin = lots.gtin and b.lot = lots.lot) as batches,
    (select jsonb_agg(${PRODUCT_JSON}) from products p) as products,
    (select jsonb_agg(${PARTY_JSON}) from people join organisation o on o.gln = people.gln) as parties,
    (select jsonb_agg(${LOCATION_JSON}) from places l) as locations,
    (select jsonb_build_object('reporter', e.reporter, 'digest', encode(e.content_digest, 'hex'))
       from event e where e.id = $8) as recorded,
    (select e.id from event e where e.event_hash = $9 and e.realm = $1 and e.reporter = $10 and e.id <> $8 and not e.declaration
        and not exists (select from event_object k where k.event = e.id and k.effect = 'corrected')
        and not exists (select from event d join event_object k on k.event = d.id where d.corrects = e.id and k.effect = 'applied')
      order by e.record_time, e.id limit 1) as repeats,
    array(select e.id from event e where e.realm = $1 and e.id = any ($11::uuid[])) as known`,
};

interface FactsRow extends MasterRow {
  readonly batches: readonly { readonly gtin: Gtin; readonly lot: Lot; readonly state: Json }[] | null;
  readonly recorded: { readonly reporter: Gln; readonly digest: string } | null;
  readonly repeats: EventRef | null;
  readonly known: readonly EventRef[];
}

/**
 * Locks every pack and object that an event names and reads what the rules will ask about them, in one round trip however many they
 * are. Objects that nobody has named yet have no row to lock: {@link appendEvent} notices where two events make the same one.
 */
export async function loadCustody(tx: Tx, scope: OrgScope, request: CustodyRequest): Promise<LoadedCustody> {
  // Sent together, run one after the other on the connection: the last sees the rows that the first two have waited for.
  const [packs, objects, facts] = await allInOrder([
    lockPacks(tx, scope.realm, request.packs),
    lockObjects(tx, scope.realm, request.objects),
    tx.query<FactsRow>({ ...FACTS, values: valuesOf(scope, request) }),
  ] as const);
  const ancestors = await lockAncestors(tx, scope.realm, new Map([...packs, ...objects]));
  const row = facts.rows[0];
  if (row === undefined) throw new Error('a query without FROM gives one row');
  return {
    packs,
    objects,
    ancestors,
    batches: new Map((row.batches ?? []).map((b) => [batchUriOf(b.gtin, b.lot), batchStateOf(b.state)])),
    ...(await withHoldersOf(tx, masterFactsOf(row), ancestors, objects)),
    recorded: row.recorded
      ? {
          id: request.event,
          reporter: row.recorded.reporter,
          contentDigest: Buffer.from(row.recorded.digest, 'hex'),
        }
      : undefined,
    repeats: row.repeats ?? undefined,
    known: new Set(row.known),
  };
}

/** The holders of containers are known only once those are locked; most events name none. */
async function withHoldersOf(
  tx: Tx,
  facts: MasterFacts,
  ancestors: LoadedCustody['ancestors'],
  objects: LoadedCustody['objects'],
): Promise<MasterFacts> {
  const states = [...ancestors.values(), ...[...objects.values()].flatMap(({ state }) => state ?? [])];
  const named = states.flatMap(({ place }) =>
    place.kind === 'nowhere' ? [] : place.kind === 'held' ? [place.party] : [place.from, place.to],
  );
  const missing = [...new Set(named)].filter((gln) => gln !== undefined && !facts.parties.has(gln));
  if (missing.length === 0) return facts;
  const { rows } = await tx.query<{ readonly party: PartyJson }>({
    name: 'holders',
    text: `select ${PARTY_JSON} as party from organisation o where o.gln = any ($1::text[])`,
    values: [missing],
  });
  return {
    ...facts,
    parties: new Map([...facts.parties, ...rows.map(({ party }) => [party.gln, partyOf(party)] as const)]),
  };
}

function valuesOf(scope: OrgScope, request: CustodyRequest): unknown[] {
  const { event, packs, batches, parties, locations } = request;
  const places = scope.location === undefined ? locations : [...locations, scope.location];
  return [
    scope.realm,
    packs.map((pack) => pack.gtin),
    packs.map((pack) => pack.serial),
    batches.map((batch) => batch.gtin),
    batches.map((batch) => batch.lot),
    [scope.organisation, ...parties],
    places,
    event,
    request.eventHash,
    scope.organisation,
    request.references,
    request.objects.flatMap(({ uri }) => containerDigits(uri) ?? []),
  ];
}
