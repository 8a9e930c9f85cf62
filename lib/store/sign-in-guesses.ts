import { createHash } from 'node:crypto';
import { pool } from './pool.ts';

/** Refusals are counted from the first on for so long. */
const WINDOW = '15 minutes';

const nameOf = (email: string): Uint8Array =>
  createHash('sha256').update(email.trim().toLowerCase()).digest();

/** How many wrong passwords came for this e-mail address in the last quarter of an hour. */
export async function countGuesses(email: string): Promise<number> {
  const { rows } = await pool().query<{ readonly refusals: number }>({
    name: 'count-guesses',
    text: `select refusals from sign_in_guess where email_sha256 = $1 and since > now() - interval '${WINDOW}'`,
    values: [nameOf(email)],
  });
  return rows[0]?.refusals ?? 0;
}

/** Counts a wrong password for this e-mail address, and forgets some of those that were counted long ago. */
export async function noteGuess(email: string): Promise<void> {
  await pool().query({
    name: 'note-guess',
    text: `insert into sign_in_guess as g (email_sha256, refusals, since) values ($1, 1, now())
      on conflict (email_sha256) do update set
        refusals = case when g.since > now() - interval '${WINDOW}' then g.refusals + 1 else 1 end,
        since = case when g.since > now() - interval '${WINDOW}' then g.since else now() end`,
    values: [nameOf(email)],
  });
  await pool().query({
    name: 'forget-guesses',
    text: `delete from sign_in_guess where email_sha256 in
      (select email_sha256 from sign_in_guess where since < now() - interval '1 day' limit 10)`,
  });
}
