import { sha256 } from '#sha256';
import type { OrgScope } from '../custody/org-scope.ts';
import { utf8Of } from '../kernel/bytes.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { ok, type Result } from '../kernel/result.ts';
import { answerOnce } from '../service/answer-once.ts';
import type { GivenAnswer } from '../service/given-answer.ts';
import type { PackRequest } from '../service/pack-request.ts';
import type { Judged } from '../service/verify-pack.ts';
import type { ApiError } from './api-error.ts';
import { judgedAnswer } from './judged-answer.ts';
import { countMiss, limitPack } from './limits.ts';
import { problem, response } from './problem.ts';

/**
 * Answers a request about one pack: within its limits, and, where it has an `Idempotency-Key`, as it was answered before.
 * `asked` is what the request wants; with the pack it tells one request from another under the same key.
 */
export async function answerPack(
  scope: OrgScope,
  request: PackRequest,
  asked: Json,
  judge: () => Promise<Result<Judged, ApiError>>,
): Promise<Response> {
  const limit = limitPack(scope, request, request.at);
  if (limit) return problem(limit);
  const answer = await answerOnce(scope, keyedRequest(scope, request, asked), async () => {
    const judged = await judge();
    return judged.ok ? ok(toldAnswer(scope, request, judged.value)) : judged;
  });
  return answer.ok ? response(answer.value) : problem(answer.error);
}

function toldAnswer(scope: OrgScope, request: PackRequest, judged: Judged): GivenAnswer {
  if (!judged.judgement.discloses) countMiss(scope, request.at);
  return judgedAnswer(judged);
}

/** Everything that makes two requests the same but their time. */
function keyedRequest({ location }: OrgScope, request: PackRequest, asked: Json) {
  const { requestKey, gtin, serial, lot, expiry, entryMode, device } = request;
  if (requestKey === undefined) return undefined;
  const said: Json = {
    asked,
    gtin,
    serial,
    entryMode,
    lot: lot ?? null,
    expiry: expiry?.printed ?? null,
    device: device ?? null,
    location: location ?? null,
  };
  return { key: requestKey, digest: sha256(utf8Of(canonicalJson(said))) };
}
