import { bundleResponse } from '../../../../../../lib/http/bundle-response.ts';
import { pathSegments } from '../../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../lib/http/with-scope.ts';

/** As findings are named; an address may hold anything. */
const NAME = /^[!-~]{1,100}$/;

/** The evidence in a case, for who may see the finding. */
export const GET = withScope('query', async (scope, request) => {
  const [finding = ''] = pathSegments(request, '/api/v1/findings/');
  if (!NAME.test(finding)) return problem({ code: 'not-found' });
  return bundleResponse(scope, request, { kind: 'case', finding });
});
