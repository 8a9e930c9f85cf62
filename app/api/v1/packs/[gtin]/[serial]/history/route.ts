import { answerPack } from '../../../../../../../lib/http/answer-pack.ts';
import { parseAccessReason } from '../../../../../../../lib/http/parse-access-reason.ts';
import { parsePackRequest } from '../../../../../../../lib/http/parse-pack-request.ts';
import { problem } from '../../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../../../../lib/kernel/instant.ts';
import { ok } from '../../../../../../../lib/kernel/result.ts';
import { packHistory } from '../../../../../../../lib/service/pack-history.ts';

/** The path of a pack, as far as whoever presents it may see it. */
export const GET = withScope('verify', async (scope, request) => {
  const pack = parsePackRequest(request, momentOf(Date.now()));
  if (!pack.ok) return problem(pack.error);
  const reason = parseAccessReason(scope, request);
  if (!reason.ok) return problem(reason.error);
  const asked = { history: reason.value ?? null };
  return answerPack(scope, pack.value, asked, async () =>
    ok(await packHistory(scope, pack.value, reason.value)),
  );
});
