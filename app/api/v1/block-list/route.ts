import { response } from '../../../../lib/http/problem.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';
import type { Json } from '../../../../lib/kernel/canonical-json.ts';
import { momentOf } from '../../../../lib/kernel/instant.ts';
import { blockListFor } from '../../../../lib/service/block-list/block-list-for.ts';

/** The block list of the caller's place: whole, or as the difference to the version that `have` names. */
export const GET = withScope('verify', async (scope, request) => {
  const have = new URL(request.url).searchParams.get('have') ?? '';
  const version = /^\d{1,15}$/.test(have) ? Number(have) : undefined;
  const list = await blockListFor(scope, momentOf(Date.now()), version);
  return response({ status: 200, body: list as unknown as Json });
});
