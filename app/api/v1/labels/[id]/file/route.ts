import { labelFileResponse } from '../../../../../../lib/http/label-responses.ts';
import { pathSegments } from '../../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../lib/http/with-scope.ts';
import { loadLabelJob } from '../../../../../../lib/service/labels/label-job.ts';

/** The file of a label job, whole. */
export const GET = withScope('packs', async (scope, request) => {
  const found = await loadLabelJob(scope, pathSegments(request, '/api/v1/labels/')[0] ?? '');
  return found ? labelFileResponse(found) : problem({ code: 'not-found' });
});
