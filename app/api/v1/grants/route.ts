import { answerGrant } from '../../../../lib/http/answer-grant.ts';
import { grantsResponse } from '../../../../lib/http/grants-response.ts';
import { parseGrantOrder } from '../../../../lib/http/parse-grant-order.ts';
import { parseIdempotencyKey } from '../../../../lib/http/parse-idempotency-key.ts';
import { problem } from '../../../../lib/http/problem.ts';
import { readJson } from '../../../../lib/http/read-json.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';

const MOST_BYTES = 16_384;

/** What one’s own organisation has granted and was granted. */
export const GET = withScope('administer', grantsResponse);

/** Lets another organisation see own records. */
export const POST = withScope('administer', async (scope, request) => {
  const key = parseIdempotencyKey(request.headers);
  if (!key.ok) return problem(key.error);
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return problem(body.error);
  const order = parseGrantOrder(body.value.value);
  return order.ok ? answerGrant(scope, key.value, order.value) : problem(order.error);
});
