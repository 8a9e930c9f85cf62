import { EPCIS_HEADERS } from '../../../../lib/http/epcis-headers.ts';
import { parseCaptureRequest } from '../../../../lib/http/parse-capture-request.ts';
import { problem } from '../../../../lib/http/problem.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';
import { captureDocument } from '../../../../lib/service/capture-document.ts';

/** Takes over a document of events; a job captures it. */
export const POST = withScope('capture', async (scope, request) => {
  const document = await parseCaptureRequest(request);
  if (!document.ok) return problem(document.error);
  const job = await captureDocument(scope, document.value);
  if (!job.ok) return problem(job.error);
  const headers = {
    ...EPCIS_HEADERS,
    location: `/epcis/v2/capture/${job.value}`,
    'cache-control': 'no-store',
  };
  return new Response(null, { status: 202, headers });
});
