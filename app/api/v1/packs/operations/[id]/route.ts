import { operationsResponse } from '../../../../../../lib/http/bulk/operations-response.ts';
import { parsePage } from '../../../../../../lib/http/bulk/parse-page.ts';
import { jobIdIn } from '../../../../../../lib/http/job-id-in.ts';
import { problem } from '../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../lib/http/with-scope.ts';
import { loadOperations } from '../../../../../../lib/service/operations/load-operations.ts';

/** How far a list of operations is, and a page of the results of its lines. */
export const GET = withScope('packs', async (scope, request) => {
  const page = parsePage(request);
  if (!page.ok) return problem(page.error);
  const id = jobIdIn(request, '/api/v1/packs/operations/');
  const { after: afterLine, limit } = page.value;
  const found = id === undefined ? undefined : await loadOperations(scope, id, { afterLine, limit });
  return found ? operationsResponse(found, page.value) : problem({ code: 'not-found' });
});
