import { labelProblem } from '../../../../lib/http/label-problem.ts';
import { parseIdempotencyKey } from '../../../../lib/http/parse-idempotency-key.ts';
import { parseLabelOrder } from '../../../../lib/http/parse-label-order.ts';
import { problem, response } from '../../../../lib/http/problem.ts';
import { readJson } from '../../../../lib/http/read-json.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';
import { orderLabels } from '../../../../lib/service/labels/order-labels.ts';

const MOST_BYTES = 16_384;

/** Has labels made; a job makes their file. */
export const POST = withScope('packs', async (scope, request) => {
  const key = parseIdempotencyKey(request.headers);
  if (!key.ok) return problem(key.error);
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return problem(body.error);
  const order = parseLabelOrder(body.value.value);
  if (!order.ok) return problem(order.error);
  const job = await orderLabels(scope, order.value, key.value);
  if (!job.ok) return problem(labelProblem(job.error));
  const headers = new Headers({ location: `/api/v1/labels/${job.value}` });
  return response({ status: 202, body: { id: job.value } }, headers);
});
