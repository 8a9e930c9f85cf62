import { parseKeyOrder } from '../../../../../lib/http/parse-key-order.ts';
import { problem, response } from '../../../../../lib/http/problem.ts';
import { readJson } from '../../../../../lib/http/read-json.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { base64Of } from '../../../../../lib/kernel/base64.ts';
import { momentOf } from '../../../../../lib/kernel/instant.ts';
import { draftKey } from '../../../../../lib/service/keys/draft-key.ts';

const MOST_BYTES = 4_096;

/** Says what has to be signed so that a key is registered. Nothing is kept. */
export const POST = withScope('administer', async (scope, request) => {
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return problem(body.error);
  const order = parseKeyOrder(body.value.value);
  if (!order.ok) return problem(order.error);
  const draft = await draftKey(scope, order.value, momentOf(Date.now()));
  if (!draft.ok) return problem(draft.error);
  const { signed, signer } = draft.value;
  return response({ status: 200, body: { signed: base64Of(signed), signer: signer ?? null } });
});
