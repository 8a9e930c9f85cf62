import type { OrgScope } from '../custody/org-scope.ts';
import { pool } from './pool.ts';

/**
 * Cancels a job of the scope's organisation that is not over. False where there is none, or it is over. A worker that has it lets go at
 * its next step; what it did until then is its kind's to undo.
 */
export async function cancelJob(
  scope: OrgScope,
  { id, kind }: { readonly id: string; readonly kind: string },
): Promise<boolean> {
  const { rowCount } = await pool().query(
    `update job set state = 'cancelled', finished_at = now()
      where id = $1 and kind = $2 and organisation = $3 and realm = $4 and state in ('queued', 'running')`,
    [id, kind, scope.organisation, scope.realm],
  );
  return rowCount === 1;
}
