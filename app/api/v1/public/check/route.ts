import { checkPublic } from '../../../../../lib/http/check-public.ts';
import { parsePublicRequest } from '../../../../../lib/http/parse-public-request.ts';
import { problem, response } from '../../../../../lib/http/problem.ts';
import { readJson } from '../../../../../lib/http/read-json.ts';
import { withPublic } from '../../../../../lib/http/with-public.ts';
import { momentOf } from '../../../../../lib/kernel/instant.ts';

const MOST_BYTES = 2_048;

/** Whether a pack in somebody's hand is known, and fit to use. */
export const POST = withPublic(async (request) => {
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return problem(body.error);
  const asked = parsePublicRequest(body.value.value, momentOf(Date.now()));
  if (!asked.ok) return problem(asked.error);
  const checked = await checkPublic(request.headers, asked.value);
  return checked.ok ? response({ status: 200, body: { ...checked.value } }) : problem(checked.error);
});
