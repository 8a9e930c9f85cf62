import type { Instant } from '../kernel/instant.ts';
import { instantOfNullable } from './instant-of-date.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';
import { inTransaction } from './transaction.ts';

/** What is known of a witness. */
export interface StoredWitness {
  readonly vkey: string;
  /** The size it cosigned last; 0 where none is known. */
  readonly size: bigint;
  readonly seenAt: Instant | undefined;
  /** What is wrong with it now, in a sentence. */
  readonly fault: string | undefined;
  readonly faultSince: Instant | undefined;
}

/** Every witness that was ever asked, by its key. */
export async function loadWitnesses(): Promise<ReadonlyMap<string, StoredWitness>> {
  const { rows } = await pool().query<{
    readonly vkey: string;
    readonly size: bigint;
    readonly seen_at: Date | null;
    readonly fault: string | null;
    readonly fault_since: Date | null;
  }>({
    name: 'witnesses',
    text: 'select vkey, size, seen_at, fault, fault_since from ledger.witness where log_id = $1',
    values: [LOG_ID],
  });
  return new Map(
    rows.map((row) => [
      row.vkey,
      {
        ...{ vkey: row.vkey, size: row.size, seenAt: instantOfNullable(row.seen_at) },
        ...{ fault: row.fault ?? undefined, faultSince: instantOfNullable(row.fault_since) },
      },
    ]),
  );
}

/** What came of asking a witness: the size it has now, or what is wrong. */
export interface WitnessAsked {
  readonly vkey: string;
  readonly name: string;
  readonly size: bigint | undefined;
  readonly fault: string | undefined;
}

/** Remembers what came of asking witnesses. A size never shrinks. */
export async function saveWitnesses(asked: readonly WitnessAsked[]): Promise<void> {
  await pool().query({
    name: 'save-witnesses',
    text: `insert into ledger.witness as w (log_id, vkey, name, size, seen_at, fault, fault_since)
      select $1, k.vkey, k.name, coalesce(k.size, 0), case when k.fault is null then now() end, k.fault,
        case when k.fault is not null then now() end
      from unnest($2::text[], $3::text[], $4::bigint[], $5::text[]) as k (vkey, name, size, fault)
      on conflict (log_id, vkey) do update set name = excluded.name, size = greatest(w.size, excluded.size),
        seen_at = coalesce(excluded.seen_at, w.seen_at), fault = excluded.fault,
        fault_since = case when excluded.fault is not null then coalesce(w.fault_since, now()) end`,
    values: [
      LOG_ID,
      asked.map(({ vkey }) => vkey),
      asked.map(({ name }) => name),
      asked.map(({ size }) => size),
      asked.map(({ fault }) => fault),
    ],
  });
}

/**
 * Keeps a head with its cosignatures, and shows it to readers in the same transaction. One that is smaller than what is shown changes
 * nothing: a process that wakes late cannot take back what was published.
 */
export async function publishWitnessed(
  size: bigint,
  note: Uint8Array,
  cosigners: readonly string[],
): Promise<void> {
  await inTransaction(async (tx) => {
    const { rowCount } = await tx.query(
      `update ledger.log set published_size = $2, witnessed_size = $2 where log_id = $1 and published_size <= $2 and state <> 'halted'`,
      [LOG_ID, size],
    );
    if (rowCount === 0) return;
    await tx.query('insert into ledger.publication (log_id, size, note, cosigners) values ($1, $2, $3, $4)', [
      LOG_ID,
      size,
      note,
      cosigners,
    ]);
  });
}
