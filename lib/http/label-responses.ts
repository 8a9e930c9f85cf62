import { instantText } from '../kernel/instant.ts';
import { type LabelJob, labelFileStream } from '../service/labels/label-job.ts';
import { problem } from './problem.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** How far a label job has come, and where its file is, from when it is whole until it expires. */
export function labelJobResponse({ job, file }: LabelJob): Response {
  const body = {
    id: job.id,
    state: job.state,
    total: job.total,
    done: job.done,
    createdAt: instantText(job.createdAt),
    ...(job.finishedAt === undefined ? {} : { finishedAt: instantText(job.finishedAt) }),
    file: file
      ? {
          href: `/api/v1/labels/${job.id}/file`,
          name: file.name,
          contentType: file.contentType,
          sizeBytes: Number(file.sizeBytes),
          expiresAt: instantText(file.expiresAt),
        }
      : null,
  };
  return Response.json(body, { headers: NO_STORE });
}

/** The file of a label job, streamed; 404 while there is none, or no more. */
export function labelFileResponse({ file }: LabelJob): Response {
  if (!file) return problem({ code: 'not-found', detail: 'The file is not made yet, or has expired.' });
  return new Response(labelFileStream(file), {
    headers: {
      ...NO_STORE,
      'content-type': file.contentType,
      'content-length': String(file.sizeBytes),
      'content-disposition': `attachment; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
    },
  });
}
