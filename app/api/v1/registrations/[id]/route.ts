import { registrationProblem } from '../../../../../lib/http/bulk/registration-problem.ts';
import { registrationResponse } from '../../../../../lib/http/bulk/registration-response.ts';
import { jobIdIn } from '../../../../../lib/http/job-id-in.ts';
import { problem } from '../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../lib/http/with-scope.ts';
import {
  cancelRegistration,
  startRegistration,
} from '../../../../../lib/service/registration/control-registration.ts';
import { registrationProgress } from '../../../../../lib/service/registration/registration-progress.ts';

const PREFIX = '/api/v1/registrations/';

/** How far a registration is. */
export const GET = withScope('capture', async (scope, request) => {
  const id = jobIdIn(request, PREFIX);
  const found = id === undefined ? undefined : await registrationProgress(scope, id);
  return found ? registrationResponse(found) : problem({ code: 'not-found' });
});

/** Registers the packs of a checked registration. */
export const POST = withScope('capture', async (scope, request) => {
  const id = jobIdIn(request, PREFIX);
  if (id === undefined) return problem({ code: 'not-found' });
  const started = await startRegistration(scope, id);
  return started.ok ? new Response(null, { status: 202 }) : problem(registrationProblem(started.error));
});

/** Cancels a registration whose packs are not stored yet. */
export const DELETE = withScope('capture', async (scope, request) => {
  const id = jobIdIn(request, PREFIX);
  if (id === undefined) return problem({ code: 'not-found' });
  const cancelled = await cancelRegistration(scope, id);
  return cancelled.ok ? new Response(null, { status: 204 }) : problem(registrationProblem(cancelled.error));
});
