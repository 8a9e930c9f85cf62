import { instantText } from '../../kernel/instant.ts';
import type { RegistrationProgress } from '../../service/registration/registration-progress.ts';
import { response } from '../problem.ts';

/** How far a registration is. Before `phase` is `done` not one of its packs is active. */
export function registrationResponse({ job, registration }: RegistrationProgress): Response {
  const { gtin, lot, expiry, phase, given, wanted, checked, leftOut, faults, refused } = registration;
  return response({
    status: 200,
    body: {
      ...{ id: job.id, gtin, batch: lot, expiry, state: job.state, phase },
      rows: { given, wanted, checked, leftOut, faults, done: job.done },
      refused,
      createdAt: instantText(job.createdAt),
      finishedAt: job.finishedAt === undefined ? null : instantText(job.finishedAt),
      results: `/api/v1/registrations/${job.id}/rows`,
    },
  });
}
