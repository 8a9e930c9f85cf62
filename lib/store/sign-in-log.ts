import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** What a line of the log of sign-ins tells. */
export type SignInEvent =
  | 'signed-in'
  | 'refused-password'
  | 'refused-code'
  | 'signed-out'
  | 'sessions-ended'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'second-factor-renewed'
  | 'recovery-codes-renewed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'invitation-accepted';

/** One line as it is written. The address is cut short before. */
export interface NewSignInLine {
  readonly userId: string;
  readonly what: SignInEvent;
  readonly means: string | undefined;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

/** Writes a line, under the organisation that a session of the person stands in first; nothing where there is no such person. */
export async function appendSignInLine({
  userId,
  what,
  means,
  address,
  agent,
}: NewSignInLine): Promise<void> {
  await pool().query({
    name: 'append-sign-in-line',
    text: `insert into sign_in_log (user_id, organisation, what, means, address, agent)
      select $1, (select m.organisation from membership m where m.user_id = $1 order by m.organisation limit 1), $2, $3, $4, $5 from "user" u where u.id = $1`,
    values: [userId, what, means, address, agent],
  });
}

/** One line as it is shown. */
export interface SignInLine {
  readonly id: bigint;
  readonly at: Instant;
  readonly email: string;
  readonly what: SignInEvent;
  readonly means: string | undefined;
  readonly address: string | undefined;
  readonly agent: string | undefined;
}

/** A page of a log: the newest lines before `before`, the id of the last of the page before. */
export interface LogPage {
  readonly before?: bigint | undefined;
  readonly limit: number;
}

interface Row {
  readonly id: bigint;
  readonly at: Date;
  readonly email: string;
  readonly what: SignInEvent;
  readonly means: string | null;
  readonly address: string | null;
  readonly agent: string | null;
}

/** The lines of the scope's organisation, newest first: whoever signs in there first. */
export const loadOrganisationSignIns = (
  { organisation }: OrgScope,
  page: LogPage,
): Promise<readonly SignInLine[]> => linesWhere('organisation', organisation, page);

/** A person's own lines, newest first. */
export const loadOwnSignIns = (userId: string, page: LogPage): Promise<readonly SignInLine[]> =>
  linesWhere('user_id', userId, page);

async function linesWhere(
  column: 'organisation' | 'user_id',
  value: Gln | string,
  { before, limit }: LogPage,
): Promise<readonly SignInLine[]> {
  const { rows } = await pool().query<Row>({
    name: `sign-ins-by-${column}`,
    text: `select l.id, l.at, u.email, l.what, l.means, l.address, l.agent
      from sign_in_log l join "user" u on u.id = l.user_id
      where l.${column} = $1 and ($2::bigint is null or l.id < $2) order by l.id desc limit $3`,
    values: [value, before, limit],
  });
  return rows.map((row) => ({
    ...row,
    at: instantOfDate(row.at),
    means: row.means ?? undefined,
    address: row.address ?? undefined,
    agent: row.agent ?? undefined,
  }));
}
