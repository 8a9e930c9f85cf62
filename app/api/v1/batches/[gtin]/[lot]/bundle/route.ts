import { bundleResponse } from '../../../../../../../lib/http/bundle-response.ts';
import { parseBatchPath } from '../../../../../../../lib/http/parse-batch-path.ts';
import { problem } from '../../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../../lib/http/with-scope.ts';

/** The evidence about a batch, as far as the caller may see it. */
export const GET = withScope('query', async (scope, request) => {
  const batch = parseBatchPath(request, '/api/v1/batches/');
  return batch.ok ? bundleResponse(scope, request, { kind: 'batch', ...batch.value }) : problem(batch.error);
});
