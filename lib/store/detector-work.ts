import type { Instant } from '../kernel/instant.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';

/** What waits for the detectors. */
export interface DetectorWork {
  /** Entries of the log that they have not read. */
  readonly entries: bigint;
  /** Findings whose settle window has ended. */
  readonly settled: boolean;
}

/** Looks what there is to do at `now`, locking nothing. */
export async function loadDetectorWork(now: Instant): Promise<DetectorWork> {
  const { rows } = await pool().query<DetectorWork>({
    name: 'detector-work',
    text: `select coalesce((select size from ledger.log where log_id = $1), 0)
        - coalesce((select next_seq from detector_cursor where id = 1), 0) as entries,
      exists (select from finding where status = 'pending' and visible_at <= $2) as settled`,
    values: [LOG_ID, new Date(now)],
  });
  return rows[0] ?? { entries: 0n, settled: false };
}
