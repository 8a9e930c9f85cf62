import { labelJobResponse } from '../../../../../lib/http/label-responses.ts';
import { pathSegments } from '../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { cancelLabelJob, loadLabelJob } from '../../../../../lib/service/labels/label-job.ts';

const idIn = (request: Request): string => pathSegments(request, '/api/v1/labels/')[0] ?? '';

/** How far a label job has come. */
export const GET = withScope('packs', async (scope, request) => {
  const found = await loadLabelJob(scope, idIn(request));
  return found ? labelJobResponse(found) : problem({ code: 'not-found' });
});

/** Cancels a label job that is not over. */
export const DELETE = withScope('packs', async (scope, request) =>
  (await cancelLabelJob(scope, idIn(request)))
    ? new Response(null, { status: 204 })
    : problem({ code: 'not-found' }),
);
