import { pathSegments } from '../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { momentOf, parseInstant } from '../../../../../lib/kernel/instant.ts';
import { revokeKey } from '../../../../../lib/service/keys/revoke-key.ts';

/** Ends a key at once; `compromisedSince` says since when others may have had it. */
export const DELETE = withScope('administer', async (scope, request) => {
  const [id = ''] = pathSegments(request, '/api/v1/keys/');
  const text = new URL(request.url).searchParams.get('compromisedSince');
  const since = text === null ? undefined : parseInstant(text);
  const now = momentOf(Date.now());
  if (since && (!since.ok || since.value > now))
    return problem({ code: 'body/invalid', path: 'compromisedSince' });
  const ended = await revokeKey(scope, { id, compromisedSince: since?.value }, now);
  return ended.ok
    ? new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
    : problem(ended.error);
});
