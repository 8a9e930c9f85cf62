import { pathSegments } from '../../../../../lib/http/path-segments.ts';
import { problem, response } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../../lib/kernel/instant.ts';
import { endGrant } from '../../../../../lib/service/end-grant.ts';
import { grantJson } from '../../../../../lib/service/grant-json.ts';

const ID = /^[0-9a-f]{32}$/;

/** Ends a grant at once; it stays in the list as ended. */
export const DELETE = withScope('administer', async (scope, request) => {
  const [id = ''] = pathSegments(request, '/api/v1/grants/');
  if (!ID.test(id)) return problem({ code: 'not-found' });
  const ended = await endGrant(scope, id, momentOf(Date.now()));
  return ended.ok ? response({ status: 200, body: grantJson(ended.value) }) : problem(ended.error);
});
