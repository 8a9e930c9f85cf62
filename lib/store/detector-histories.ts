import type { BatchState } from '../custody/batch-state.ts';
import type { Claim } from '../custody/claim.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { EventRef } from '../custody/pack-state.ts';
import type { ProductFacts } from '../custody/product-facts.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { BatchKey } from './custody-request.ts';
import { PRODUCT_JSON, type ProductJson, productOf } from './fact-columns.ts';
import { batchUriOf } from './load-custody.ts';
import { LOG_ID } from './log-id.ts';
import { batchStateOf } from './state-columns.ts';
import type { Db } from './transaction.ts';

/** A statement about a pack, with its place in the log. */
export interface LoggedClaim {
  readonly seq: bigint;
  readonly claim: Claim;
}

/**
 * All that the first `before` entries of the log say of packs of one realm, by canonical Digital Link, in log order; packs that no
 * event names there are absent. Statements are read once, however many packs they name.
 */
export async function loadLoggedHistories(
  db: Db,
  realm: Realm,
  uris: readonly string[],
  before: bigint,
): Promise<ReadonlyMap<string, readonly LoggedClaim[]>> {
  if (uris.length === 0) return new Map();
  const { rows } = await db.query<{ readonly uri: string; readonly event: EventRef; readonly seq: bigint }>({
    name: 'logged-histories',
    text: `select o.uri, o.event, n.seq from unnest($2::text[]) as k (uri)
      cross join lateral (select * from event_object o where o.realm = $1 and o.uri = k.uri offset 0) as o
      cross join lateral (select n.seq from ledger.entry n where n.log_id = $4 and n.event_id = o.event and n.seq < $3 limit 1) as n
      order by o.uri, n.seq`,
    values: [realm, uris, before, LOG_ID],
  });
  const claims = await loadClaims(db, [...new Set(rows.map(({ event }) => event))]);
  const histories = new Map<string, LoggedClaim[]>();
  for (const { uri, event, seq } of rows) {
    const claim = claims.get(event);
    if (!claim) throw new Error('an event that names a pack is recorded');
    const history = histories.get(uri);
    if (history) history.push({ seq, claim });
    else histories.set(uri, [{ seq, claim }]);
  }
  return histories;
}

async function loadClaims(db: Db, events: readonly EventRef[]): Promise<ReadonlyMap<EventRef, Claim>> {
  const { rows } = await db.query<{ readonly id: EventRef; readonly claim: Claim }>({
    name: 'claims',
    text: 'select id, claim from event where id = any ($1::uuid[])',
    values: [events],
  });
  return new Map(rows.map(({ id, claim }) => [id, claim]));
}

/** What is registered of products of a realm; those that nobody registered are absent. */
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

/** A batch as it is now, with the place in the log of each recall that stands. */
export interface LoggedBatch {
  readonly state: BatchState;
  readonly recalledAt: ReadonlyMap<EventRef, bigint>;
}

/** Batches of a realm by canonical Digital Link; those that nobody named are absent. */
export async function loadLoggedBatches(
  db: Db,
  realm: Realm,
  batches: readonly BatchKey[],
): Promise<ReadonlyMap<string, LoggedBatch>> {
  const { rows } = await db.query<{ readonly gtin: Gtin; readonly lot: Lot; readonly state: Json }>({
    name: 'batch-states',
    text: `select b.gtin, b.lot, b.state from unnest($2::text[], $3::text[]) as k (gtin, lot)
      cross join lateral (select * from batch b where b.realm = $1 and b.gtin = k.gtin and b.lot = k.lot limit 1) as b`,
    values: [realm, batches.map(({ gtin }) => gtin), batches.map(({ lot }) => lot)],
  });
  const states = rows.map(({ gtin, lot, state }) => [batchUriOf(gtin, lot), batchStateOf(state)] as const);
  const recalledAt = await loadSeqs(
    db,
    states.flatMap(([, { recalls }]) => recalls.map(({ event }) => event)),
  );
  return new Map(states.map(([uri, state]) => [uri, { state, recalledAt }]));
}

async function loadSeqs(db: Db, events: readonly EventRef[]): Promise<ReadonlyMap<EventRef, bigint>> {
  if (events.length === 0) return new Map();
  const { rows } = await db.query<{ readonly event: EventRef; readonly seq: bigint }>({
    name: 'seqs',
    text: 'select event_id as event, seq from ledger.entry where log_id = $1 and event_id = any ($2::uuid[])',
    values: [LOG_ID, events],
  });
  return new Map(rows.map(({ event, seq }) => [event, seq]));
}
