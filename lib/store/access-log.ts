import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import type { LogPage } from './sign-in-log.ts';

/** A line of the log of use as it is shown. */
export interface ShownAccessLine {
  readonly id: bigint;
  readonly at: Instant;
  /** The person's e-mail address or the key's name, where it is one of them. */
  readonly who: string;
  readonly what: string;
  readonly subject: string | undefined;
  readonly reason: string | undefined;
}

interface Row extends Omit<ShownAccessLine, 'at' | 'subject' | 'reason'> {
  readonly at: Date;
  readonly subject: string | null;
  readonly reason: string | null;
}

/** What was opened and changed on behalf of the scope's organisation, newest first. */
export async function loadAccessLog(
  { organisation }: OrgScope,
  { before, limit }: LogPage,
): Promise<readonly ShownAccessLine[]> {
  const { rows } = await pool().query<Row>({
    name: 'access-log',
    text: `select a.id, a.at, a.what, a.subject, a.reason,
        coalesce((select u.email from "user" u where u.id = substr(a.actor, 6) and a.actor like 'user:%'), (select k.name from api_key k where k.id = substr(a.actor, 5) and a.actor like 'key:%'),
          split_part(a.actor, ':', 1)) as who
      from (select * from access_log where organisation = $1 and ($2::bigint is null or id < $2) order by id desc limit $3) a
      order by a.id desc`,
    values: [organisation, before, limit],
  });
  return rows.map((row) => ({
    ...row,
    at: instantOfDate(row.at),
    subject: row.subject ?? undefined,
    reason: row.reason ?? undefined,
  }));
}
