import { renewScope } from '../auth/renew-scope.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import { type JobToRun, reportJob } from '../store/run-jobs.ts';

/**
 * The scope that a job goes on under, asked for before each of its transactions. `undefined`, and the job says why, where who asked for
 * it may speak no more: then it ends as failed, and what it recorded stays.
 */
export async function jobAuthority({ id, scope }: JobToRun): Promise<OrgScope | undefined> {
  const now = await renewScope(scope);
  if (now.ok) return now.value;
  await reportJob(id, { done: 0, failed: 0, errors: [{ at: null, code: now.error.code, subjects: [] }] });
  return undefined;
}
