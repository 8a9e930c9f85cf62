import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';

/**
 * Why the database refused to move leaves into the log: `busy`, somebody else holds the head; `already-sequenced`, a leaf of the queue
 * has the id of an entry; `occupied`, there is an entry or a tile already where the next would stand.
 */
export type LedgerFault = 'busy' | 'already-sequenced' | 'occupied';

const LOCK_NOT_AVAILABLE = '55P03';
const UNIQUE_VIOLATION = '23505';

const CONSTRAINTS: Readonly<Record<string, LedgerFault>> = {
  entry_log_id_event_id_key: 'already-sequenced',
  entry_pkey: 'occupied',
  tile_pkey: 'occupied',
};

/** Which {@link LedgerFault} the database's error is; `undefined` where it is none. */
export function ledgerFaultOf(error: unknown): LedgerFault | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === LOCK_NOT_AVAILABLE) return 'busy';
  const constraint = 'constraint' in error ? String(error.constraint) : '';
  return error.code === UNIQUE_VIOLATION ? CONSTRAINTS[constraint] : undefined;
}

/** Removes leaves from the queue that the log holds already, byte for byte, and says how many. One with other content stays. */
export async function dropResubmittedLeaves(): Promise<number> {
  const { rowCount } = await pool().query(
    `delete from ledger.pending p using ledger.entry e
      where p.log_id = $1 and e.log_id = p.log_id and e.event_id = p.event_id and e.leaf_hash = p.leaf_hash`,
    [LOG_ID],
  );
  return rowCount ?? 0;
}
