import type { Instant } from '../kernel/instant.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';

/** What waits for the detectors. */
export interface DetectorWork {
  /** Entries of the log that they have not read. */
  readonly entries: bigint;
  /** Findings whose settle window has ended. */
  readonly settled: boolean;
  /** A timer is due, and nothing is on its way into the log that was recorded before. */
  readonly due: boolean;
}

/** How long a recording may take from its time to its place in the queue. */
const IN_FLIGHT_MS = 60_000;

/** Looks what there is to do at `now`, locking nothing. */
export async function loadDetectorWork(now: Instant): Promise<DetectorWork> {
  const { rows } = await pool().query<DetectorWork>({
    name: 'detector-work',
    text: `select coalesce((select size from ledger.log where log_id = $1), 0)
        - coalesce((select next_seq from detector_cursor where id = 1), 0) as entries,
      exists (select from finding where status = 'pending' and visible_at <= $2) as settled,
      exists (select from detector_timer where due_at <= $3) and not exists (select from ledger.pending)
        and not exists (select from ledger.observation_pending) as due`,
    values: [LOG_ID, new Date(now), new Date(now - IN_FLIGHT_MS)],
  });
  return rows[0] ?? { entries: 0n, settled: false, due: false };
}
