import { csvResponse } from '../../../../../../../lib/http/csv-response.ts';
import { parseBatchPath } from '../../../../../../../lib/http/parse-batch-path.ts';
import { problem } from '../../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../../lib/http/with-scope.ts';
import { recallFile } from '../../../../../../../lib/queries/recall-screen.ts';

/** How far the recall of a batch has come, organisation by organisation, as a CSV file. */
export const GET = withScope('query', async (scope, request) => {
  const batch = parseBatchPath(request, '/api/v1/batches/');
  if (!batch.ok) return problem(batch.error);
  const rows = await recallFile(scope, batch.value);
  return rows ? csvResponse('recall', rows) : problem({ code: 'not-found' });
});
