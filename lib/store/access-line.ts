import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';

/** The first line of this kind in the log of use of the scope's organisation, with when it was written. */
export async function firstAccess(
  scope: OrgScope,
  what: string,
): Promise<{ readonly at: Instant; readonly subject: string | undefined } | undefined> {
  const { rows } = await pool().query<{ readonly at: Date; readonly subject: string | null }>(
    `select date_trunc('milliseconds', at) as at, subject from access_log
      where organisation = $1 and what = $2 order by id limit 1`,
    [scope.organisation, what],
  );
  const [row] = rows;
  return row && { at: instantOfDate(row.at), subject: row.subject ?? undefined };
}
