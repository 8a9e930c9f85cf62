import type { Json } from '../kernel/canonical-json.ts';
import { instantText } from '../kernel/instant.ts';
import type { CaptureJob } from '../service/load-capture-job.ts';
import { ANSWERS } from './answers.ts';
import { EPCIS_HEADERS } from './epcis-headers.ts';

/** A capture job in the words of GS1's OpenAPI (schema CaptureJob). */
export function captureJobResponse(job: CaptureJob): Response {
  const body = {
    captureID: job.id,
    createdAt: instantText(job.createdAt),
    ...(job.finishedAt === undefined ? {} : { finishedAt: instantText(job.finishedAt) }),
    running: job.running,
    success: job.success,
    captureErrorBehaviour: job.errorBehaviour,
    errors: job.faults.map(problemOf),
  };
  return Response.json(body, { headers: { ...EPCIS_HEADERS, 'cache-control': 'no-store' } });
}

function problemOf({ at, code, subjects }: CaptureJob['faults'][number]): Json {
  const [status, title, type] = ANSWERS[code in ANSWERS ? (code as keyof typeof ANSWERS) : 'server/fault'];
  return {
    type: type ?? `urn:vialog:problem:${code}`,
    title,
    status,
    code,
    ...(at === null ? {} : { event: at }),
    subjects,
  };
}
