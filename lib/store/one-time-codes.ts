import { pool } from './pool.ts';

/** Longer than a code holds with the steps before and after its own. */
const HOLDS = '2 minutes';

/** Takes a one-time code that was found right. False where it was taken before, while it still held (RFC 6238 section 5.2). */
export async function takeOneTimeCode(userId: string, code: string): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'take-one-time-code',
    text: `insert into one_time_code as c (user_id, code, used_at) values ($1, $2, now())
      on conflict (user_id, code) do update set used_at = excluded.used_at where c.used_at < now() - interval '${HOLDS}'`,
    values: [userId, code],
  });
  return rowCount === 1;
}
