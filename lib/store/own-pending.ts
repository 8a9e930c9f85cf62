import type { OrgScope } from '../custody/org-scope.ts';
import { LOG_ID } from './log-id.ts';
import { pool } from './pool.ts';

/** The latest event of the scope's own organisation that still waits for its place in the log, as {@link awaitSequenced} is asked with. */
export async function ownLatestPending(scope: OrgScope): Promise<bigint | undefined> {
  const { rows } = await pool().query<{ readonly pid: bigint | null }>({
    name: 'own-latest-pending',
    text: `select max(p.pid) as pid from ledger.pending p join event e on e.id = p.event_id
      where p.log_id = $1 and e.reporter = $2 and e.realm = $3`,
    values: [LOG_ID, scope.organisation, scope.realm],
  });
  return rows[0]?.pid ?? undefined;
}
