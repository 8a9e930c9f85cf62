import type { OrgScope } from '../custody/org-scope.ts';
import { type Job, loadJob } from './jobs.ts';
import { loadRegistration, type Registration } from './registrations.ts';

/** A registration with the job that works on it. */
export interface RegistrationState {
  readonly job: Job;
  readonly registration: Registration;
}

/** A registration of the scope's organisation; what is another's and what does not exist are answered alike. */
export async function loadRegistrationState(
  scope: OrgScope,
  id: string,
): Promise<RegistrationState | undefined> {
  const [job, registration] = await Promise.all([loadJob(scope, id), loadRegistration(scope, id)]);
  return job && registration && { job, registration };
}
