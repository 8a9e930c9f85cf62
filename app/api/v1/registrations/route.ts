import { parseRegistration } from '../../../../lib/http/bulk/parse-registration.ts';
import { registrationProblem } from '../../../../lib/http/bulk/registration-problem.ts';
import { problem, response } from '../../../../lib/http/problem.ts';
import { withScope } from '../../../../lib/http/with-scope.ts';
import { momentOf } from '../../../../lib/kernel/instant.ts';
import { generateBatch, uploadBatch } from '../../../../lib/service/registration/open-registration.ts';

/** Takes over the serial numbers of a batch, or has them made; a job checks and registers them. */
export const POST = withScope('capture', async (scope, request) => {
  const read = parseRegistration(request, momentOf(Date.now()));
  if (!read.ok) return problem(read.error);
  const { order, from } = read.value;
  const job =
    from.kind === 'generate'
      ? await generateBatch(scope, order, from.count)
      : await uploadBatch(scope, order, { source: from.source, body: request.body ?? new Blob().stream() });
  if (!job.ok) return problem(registrationProblem(job.error));
  const headers = new Headers({ location: `/api/v1/registrations/${job.value}` });
  return response({ status: 202, body: { id: job.value } }, headers);
});
