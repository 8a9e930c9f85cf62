import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { loadJob } from '../store/jobs.ts';
import { CAPTURE_JOBS, type CaptureErrorBehaviour } from './capture-document.ts';

/** A capture job as GS1's OpenAPI tells of it. */
export interface CaptureJob {
  readonly id: string;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | undefined;
  readonly running: boolean;
  /** False from the first fault on. */
  readonly success: boolean;
  readonly errorBehaviour: CaptureErrorBehaviour;
  /** `at` is the event's place in the document, from 0. */
  readonly faults: readonly {
    readonly at: number | null;
    readonly code: string;
    readonly subjects: readonly string[];
  }[];
}

const BEHAVIOURS: readonly CaptureErrorBehaviour[] = ['rollback', 'proceed'];

/** A capture job of the scope's organisation; what is another's and what does not exist are answered alike. */
export async function loadCaptureJob(scope: OrgScope, id: string): Promise<CaptureJob | undefined> {
  const job = await loadJob(scope, id);
  const errorBehaviour = BEHAVIOURS.find((behaviour) => CAPTURE_JOBS[behaviour] === job?.kind);
  if (!job || !errorBehaviour) return undefined;
  return {
    id: job.id,
    createdAt: job.createdAt,
    finishedAt: job.finishedAt,
    running: job.state === 'queued' || job.state === 'running',
    success: job.failed === 0 && job.state !== 'failed' && job.state !== 'cancelled',
    errorBehaviour,
    faults: job.errors as unknown as CaptureJob['faults'],
  };
}
