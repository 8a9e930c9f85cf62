import { parseSignedKeyDraft } from '../../../../lib/http/parse-key-order.ts';
import { problem, response } from '../../../../lib/http/problem.ts';
import { readJson } from '../../../../lib/http/read-json.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../lib/kernel/instant.ts';
import { listKeys } from '../../../../lib/service/keys/list-keys.ts';
import { registerKey } from '../../../../lib/service/keys/register-key.ts';

const MOST_BYTES = 4_096;

/** The keys that one’s own organisation signs with, and has signed with. */
export const GET = withScope('administer', async (scope) =>
  response({ status: 200, body: { keys: await listKeys(scope) } }),
);

/** Registers a key whose draft comes back signed. */
export const POST = withScope('administer', async (scope, request) => {
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return problem(body.error);
  const draft = parseSignedKeyDraft(body.value.value);
  if (!draft.ok) return problem(draft.error);
  const id = await registerKey(scope, draft.value, momentOf(Date.now()));
  return id.ok ? response({ status: 201, body: { id: id.value } }) : problem(id.error);
});
