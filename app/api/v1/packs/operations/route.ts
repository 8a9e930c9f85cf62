import { parseOperations } from '../../../../../lib/http/bulk/parse-operations.ts';
import { problem, response } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { orderOperations } from '../../../../../lib/service/operations/order-operations.ts';

/** Takes over a list of operations with their original times; a job works through it. */
export const POST = withScope('packs', async (scope, request) => {
  const read = await parseOperations(request);
  if (!read.ok) return problem(read.error);
  const job = await orderOperations(scope, read.value.lines, read.value.keyed);
  if (!job.ok) return problem({ code: job.error.code });
  const headers = new Headers({ location: `/api/v1/packs/operations/${job.value}` });
  return response({ status: 202, body: { id: job.value } }, headers);
});
