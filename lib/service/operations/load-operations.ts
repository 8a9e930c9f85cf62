import type { OrgScope } from '../../custody/org-scope.ts';
import { type Job, loadJob } from '../../store/jobs.ts';
import { type LineResult, loadResults } from '../../store/operation-lines.ts';
import { OPERATIONS_JOB } from './operations-job.ts';

/** How far a list of operations is, with a page of its results. */
export interface OperationsProgress {
  readonly job: Job;
  readonly results: readonly LineResult[];
}

/** A list of the scope's organisation; what is another's and what does not exist are answered alike. */
export async function loadOperations(
  scope: OrgScope,
  id: string,
  page: { readonly afterLine: number; readonly limit: number },
): Promise<OperationsProgress | undefined> {
  const job = await loadJob(scope, id);
  if (job?.kind !== OPERATIONS_JOB) return undefined;
  return { job, results: await loadResults(scope, id, page) };
}
