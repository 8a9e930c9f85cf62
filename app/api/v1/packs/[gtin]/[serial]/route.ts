import { answerPack } from '../../../../../../lib/http/answer-pack.ts';
import { parsePackChange } from '../../../../../../lib/http/parse-pack-change.ts';
import { parsePackRequest } from '../../../../../../lib/http/parse-pack-request.ts';
import { problem } from '../../../../../../lib/http/problem.ts';
import { readJson } from '../../../../../../lib/http/read-json.ts';
import { recordProblem } from '../../../../../../lib/http/record-problem.ts';
import { withScope } from '../../../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../../../lib/kernel/instant.ts';
import { err, ok } from '../../../../../../lib/kernel/result.ts';
import { changePack } from '../../../../../../lib/service/change-pack.ts';
import { verifyPack } from '../../../../../../lib/service/verify-pack.ts';

const MOST_BYTES = 16_384;

/** What is known of a pack, and what to do with it. */
export const GET = withScope('verify', async (scope, request) => {
  const pack = parsePackRequest(request, momentOf(Date.now()));
  if (!pack.ok) return problem(pack.error);
  return answerPack(scope, pack.value, 'verify', async () => ok(await verifyPack(scope, pack.value)));
});

/** Brings a pack into another state. */
export const PATCH = withScope('packs', async (scope, request) => {
  const pack = parsePackRequest(request, momentOf(Date.now()));
  if (!pack.ok) return problem(pack.error);
  const body = await readJson(request, MOST_BYTES);
  if (!body.ok) return problem(body.error);
  const change = parsePackChange(body.value.value);
  if (!change.ok) return problem(change.error);
  const asked = { state: change.value.state, note: change.value.note ?? null };
  return answerPack(scope, pack.value, asked, async () => {
    const changed = await changePack(scope, pack.value, change.value);
    return changed.ok ? changed : err(recordProblem(changed.error));
  });
});
