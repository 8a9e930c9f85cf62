import { createHash } from 'node:crypto';
import type { OrgScope } from '../custody/org-scope.ts';
import { utf8Of } from '../kernel/bytes.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { momentOf } from '../kernel/instant.ts';
import { ok } from '../kernel/result.ts';
import { answerOnce } from '../service/answer-once.ts';
import { type GrantOrder, giveGrant } from '../service/give-grant.ts';
import { grantJson } from '../service/grant-json.ts';
import { requestName } from '../service/request-name.ts';
import { problem, response } from './problem.ts';

/** Gives a grant, once for each `Idempotency-Key`, and answers with it. */
export async function answerGrant(
  scope: OrgScope,
  key: string | undefined,
  order: Omit<GrantOrder, 'id'>,
): Promise<Response> {
  // As JSON, so that what is absent and what is undefined are the same.
  const said: Json = JSON.parse(JSON.stringify({ grant: order }));
  const digest = createHash('sha256')
    .update(utf8Of(canonicalJson(said)))
    .digest();
  const answer = await answerOnce(scope, key === undefined ? undefined : { key, digest }, async () => {
    const given = await giveGrant(
      scope,
      { ...order, id: requestName(scope, 'grant', key) },
      momentOf(Date.now()),
    );
    return given.ok ? ok({ status: 201, body: grantJson(given.value) }) : given;
  });
  return answer.ok ? response(answer.value) : problem(answer.error);
}
