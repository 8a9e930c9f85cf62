import type { FullTile } from '../ledger/frontier.ts';
import type { HeadAdvance, LogHead } from './ledger-log.ts';
import type { LogEntry } from './ledger-pending.ts';
import { insertTiles } from './ledger-tiles.ts';
import { LOG_ID } from './log-id.ts';
import type { Tx } from './transaction.ts';

/** Writes entries behind the head, with the tiles that they complete. The head must be locked in `tx`. */
export async function insertRecovered(
  tx: Tx,
  entries: readonly LogEntry[],
  tiles: readonly FullTile[],
): Promise<void> {
  await tx.query({
    name: 'insert-recovered',
    text: `insert into ledger.entry (log_id, seq, event_id, leaf_hash, leaf)
      select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[])`,
    values: [
      LOG_ID,
      entries.map(({ seq }) => seq),
      entries.map(({ id }) => id),
      entries.map(({ leafHash }) => Buffer.from(leafHash)),
      entries.map(({ leaf }) => Buffer.from(leaf)),
    ],
  });
  await insertTiles(tx, tiles);
}

/** The head behind what was recovered, with the size that the last block header says was witnessed. */
export type RecoveredHead = HeadAdvance & Pick<LogHead, 'witnessedSize'>;

/**
 * Sets the head behind what was recovered; a log that was halted for lack of it is active again. The witnessed size never goes back behind
 * that of the last header. The published size stays until the next head is signed: the one that readers are shown must be stored.
 */
export async function setRecoveredHead(tx: Tx, from: LogHead, to: RecoveredHead): Promise<void> {
  const { rowCount } = await tx.query(
    `update ledger.log set size = $3, root = $4, epoch = $5, block_no = $6, last_block_hash = $7, last_time_ms = $8,
        witnessed_size = greatest(witnessed_size, $9),
        state = case when state = 'halted' then 'active' else state end, halted_because = null
      where log_id = $1 and size = $2`,
    [
      ...[LOG_ID, from.size, to.size, to.root, to.epoch, to.blockNo],
      ...[to.lastBlockHash, to.lastTimeMs, to.witnessedSize],
    ],
  );
  if (rowCount !== 1) throw new Error('the head of the log moved under its own lock');
}
