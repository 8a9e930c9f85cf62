import { parsePage } from '../../../../../../lib/http/bulk/parse-page.ts';
import { registrationRowsResponse } from '../../../../../../lib/http/bulk/registration-rows-response.ts';
import { jobIdIn } from '../../../../../../lib/http/job-id-in.ts';
import { problem } from '../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../lib/http/with-scope.ts';

/** The rows of a registration, and what became of each. */
export const GET = withScope('capture', async (scope, request) => {
  const page = parsePage(request);
  if (!page.ok) return problem(page.error);
  const id = jobIdIn(request, '/api/v1/registrations/');
  return id === undefined
    ? problem({ code: 'not-found' })
    : registrationRowsResponse(scope, id, { request, page: page.value });
});
