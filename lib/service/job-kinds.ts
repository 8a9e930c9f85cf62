import type { JobToRun } from '../store/run-jobs.ts';
import { CAPTURE_JOBS } from './capture-document.ts';
import type { JobEnd } from './job-end.ts';
import { REGISTER_JOB } from './register-batch.ts';
import { captureAllOrNone, captureOneByOne } from './run-capture.ts';
import { runRegistration } from './run-registration.ts';

/** What is done for each kind of job. Whatever it writes may be written again, for a job that a worker left is begun anew. */
export const JOB_KINDS: Readonly<Record<string, (job: JobToRun) => Promise<JobEnd>>> = {
  [CAPTURE_JOBS.rollback]: captureAllOrNone,
  [CAPTURE_JOBS.proceed]: captureOneByOne,
  [REGISTER_JOB]: runRegistration,
};
