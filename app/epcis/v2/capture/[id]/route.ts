import { captureJobResponse } from '../../../../../lib/http/capture-job-response.ts';
import { pathSegments } from '../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import { loadCaptureJob } from '../../../../../lib/service/load-capture-job.ts';

/** How far a capture job has come. */
export const GET = withScope('capture', async (scope, request) => {
  const [id = ''] = pathSegments(request, '/epcis/v2/capture/');
  const job = /^[0-9a-f]{32}$/.test(id) ? await loadCaptureJob(scope, id) : undefined;
  return job ? captureJobResponse(job) : problem({ code: 'not-found' });
});
