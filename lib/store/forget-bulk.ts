import { pool } from './pool.ts';

/** How long the rows and lines of a list can be asked for once its job is over. */
const KEPT_FOR = '30 days';
/** An upload that was cut off is not gone on with after so long. */
const UPLOADED_WITHIN = '1 day';

/** Forgets the rows of lists that are long over, and ends uploads that nobody goes on with. What was recorded of them stays. */
export async function forgetOldLists(): Promise<void> {
  const over = `(select id from job where finished_at < now() - $1::interval)`;
  for (const table of ['registration_chunk', 'registration_fault', 'operation_chunk', 'operation_result'])
    await pool().query(`delete from ${table} where job in ${over}`, [KEPT_FOR]);
  await pool().query(
    `update job j set state = 'cancelled', finished_at = now() from registration r
      where r.job = j.id and r.phase = 'uploading' and j.state = 'queued' and r.since < now() - $1::interval`,
    [UPLOADED_WITHIN],
  );
}
