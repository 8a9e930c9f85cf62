import type { Instant } from '../kernel/instant.ts';
import { instantOfNullable } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** Up to when the detectors have read the log; `undefined` before their first entry. */
export async function loadDetectorWatermark(): Promise<Instant | undefined> {
  const { rows } = await pool().query<{ readonly watermark: Date | null }>(
    'select watermark from detector_cursor where id = 1',
  );
  return instantOfNullable(rows[0]?.watermark ?? null);
}
