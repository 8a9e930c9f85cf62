import type { OrgScope } from '../custody/org-scope.ts';
import { pool } from './pool.ts';

/** Whether the scope's organisation demands a second factor of everybody who speaks for it by a session. */
export async function loadSecondFactorDemand({ organisation }: OrgScope): Promise<boolean> {
  const { rows } = await pool().query<{ readonly demands: boolean }>(
    'select demands_second_factor as demands from organisation where gln = $1',
    [organisation],
  );
  return rows[0]?.demands ?? false;
}

/** Demands it from now on, or no more, and logs who did. Sessions without one speak for the organisation no more. */
export async function saveSecondFactorDemand(
  { organisation, actor }: OrgScope,
  demanded: boolean,
): Promise<void> {
  await pool().query(
    `with o as (update organisation set demands_second_factor = $2 where gln = $1 and demands_second_factor <> $2 returning gln)
     insert into access_log (organisation, actor, what) select $1, $3, $4 from o`,
    [organisation, demanded, actor, demanded ? 'second-factor/demanded' : 'second-factor/not-demanded'],
  );
}

/** Takes everything away by which a person signs in but the password, and ends their sessions. */
export async function deleteSecondFactor(userId: string): Promise<void> {
  await pool().query(
    `with f as (delete from "twoFactor" where "userId" = $1), p as (delete from "passkey" where "userId" = $1),
        s as (delete from "session" where "userId" = $1),
        l as (insert into sign_in_log (user_id, what) values ($1, 'second-factor-off'))
      update "user" set "twoFactorEnabled" = false where id = $1`,
    [userId],
  );
}
