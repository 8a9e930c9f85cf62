import type { JobToRun } from '../store/run-jobs.ts';
import { CAPTURE_JOBS } from './capture-document.ts';
import type { JobOutcome } from './job-end.ts';
import { LABEL_JOB } from './labels/order-labels.ts';
import { runLabels } from './labels/run-labels.ts';
import { OPERATIONS_JOB } from './operations/operations-job.ts';
import { runOperations } from './operations/run-operations.ts';
import { REGISTER_JOB } from './registration/registration-job.ts';
import { runRegistration } from './registration/run-registration.ts';
import { captureAllOrNone, captureOneByOne } from './run-capture.ts';

/** A kind of job. */
interface JobKind {
  /** What is done. Whatever it writes may be written again, for a job that a worker left is begun anew. */
  readonly run: (job: JobToRun) => Promise<JobOutcome>;
  /** What the job was given is kept nowhere else in full and is of no use afterwards: it goes when the job ends. */
  readonly forgets: boolean;
}

export const JOB_KINDS: Readonly<Record<string, JobKind>> = {
  [CAPTURE_JOBS.rollback]: { run: captureAllOrNone, forgets: true },
  [CAPTURE_JOBS.proceed]: { run: captureOneByOne, forgets: true },
  [REGISTER_JOB]: { run: runRegistration, forgets: false },
  [OPERATIONS_JOB]: { run: runOperations, forgets: false },
  [LABEL_JOB]: { run: runLabels, forgets: false },
};
