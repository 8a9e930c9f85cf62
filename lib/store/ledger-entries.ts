import type { EventRef } from '../custody/pack-state.ts';
import type { Hash } from '../ledger/hash.ts';
import { storedHash } from './ledger-log.ts';
import { type LedgerPlace, ledgerPlaceOf, SHOWN_SIZES, type ShownSizes } from './ledger-place.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import type { Db } from './transaction.ts';

/** An entry as it stands in the log. */
export interface StoredEntry {
  readonly seq: bigint;
  readonly id: EventRef;
  readonly leaf: Uint8Array;
  readonly leafHash: Hash;
}

interface Row {
  readonly seq: bigint;
  readonly event_id: EventRef;
  readonly leaf: Buffer;
  readonly leaf_hash: Buffer;
}

const entryOf = (row: Row): StoredEntry => ({
  seq: row.seq,
  id: row.event_id,
  leaf: row.leaf,
  leafHash: storedHash(row.leaf_hash),
});

/** The entries from index `from` to before `to`, in order: for bundles, and for reading back what was written. */
export async function loadEntries(
  from: bigint,
  to: bigint,
  db: Db = pool(),
): Promise<readonly StoredEntry[]> {
  const { rows } = await db.query<Row>({
    name: 'entries',
    text: `select seq, event_id, leaf, leaf_hash from ledger.entry where log_id = $1 and seq >= $2 and seq < $3 order by seq`,
    values: [LOG_ID, from, to],
  });
  return rows.map(entryOf);
}

/** The entry of an event or of another leaf, by its id; `undefined` while it is not sequenced. */
export async function loadEntryOf(id: EventRef): Promise<StoredEntry | undefined> {
  const { rows } = await pool().query<Row>({
    name: 'entry-of',
    text: 'select seq, event_id, leaf, leaf_hash from ledger.entry where log_id = $1 and event_id = $2',
    values: [LOG_ID, id],
  });
  return rows[0] && entryOf(rows[0]);
}

/** How far each of the events has come in the log, by event; those that nobody recorded are absent. */
export async function loadLedgerPlaces(
  events: readonly EventRef[],
): Promise<ReadonlyMap<EventRef, LedgerPlace>> {
  const { rows } = await pool().query<ShownSizes & { readonly id: EventRef; readonly seq: bigint | null }>({
    name: 'ledger-places',
    text: `select e.id, n.seq, ${SHOWN_SIZES}
      from event e left join ledger.entry n on n.log_id = $1 and n.event_id = e.id where e.id = any ($2::uuid[])`,
    values: [LOG_ID, events],
  });
  return new Map(rows.map((row) => [row.id, ledgerPlaceOf(row.id, row.seq, row)]));
}

/** How long to wait before looking again whether the sequencer has come by; it does about ten times a second. */
const LOOK_AGAIN_MS = 15;

/**
 * Waits until what waits under `pid` has its place in the log, so that whoever recorded it sees it in queries. False where that takes
 * longer than `timeoutMs`; it is durable all the same.
 */
export async function awaitSequenced(pid: bigint, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const { rowCount } = await pool().query({
      name: 'is-pending',
      text: 'select from ledger.pending where pid = $1',
      values: [pid],
    });
    if (rowCount === 0) return true;
    if (performance.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
