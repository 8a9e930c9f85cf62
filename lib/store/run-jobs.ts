import type { OrgScope } from '../custody/org-scope.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { JobState } from './jobs.ts';
import { pool } from './pool.ts';

/** A job to work on, with the authority that it runs under: the scope of who asked for it, as it was then. */
export interface JobToRun {
  readonly id: string;
  readonly kind: string;
  readonly scope: OrgScope;
  readonly payload: Json;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

/**
 * Marks a job as running and gives it to be worked on; one that a worker left behind when it died is given again, with how far it had
 * come. `undefined` where it is finished, or there is none.
 */
export async function startJob(id: string): Promise<JobToRun | undefined> {
  const { rows } = await pool().query<JobToRun>(
    `update job set state = 'running', started_at = coalesce(started_at, now())
      where id = $1 and state in ('queued', 'running') returning id, kind, scope, payload, total, done, failed`,
    [id],
  );
  return rows[0];
}

/** How far a job has come since the last report. */
export interface JobProgress {
  readonly done: number;
  readonly failed: number;
  readonly errors: readonly Json[];
}

/** Adds to what a job has done. */
export async function reportJob(id: string, { done, failed, errors }: JobProgress): Promise<void> {
  await pool().query(
    `update job set done = done + $2, failed = failed + $3, errors = errors || $4::jsonb where id = $1 and state = 'running'`,
    [id, done, failed, JSON.stringify(errors)],
  );
}

/** Ends a job. */
export async function finishJob(
  id: string,
  state: Extract<JobState, 'succeeded' | 'failed' | 'cancelled'>,
): Promise<void> {
  await pool().query(
    `update job set state = $2, finished_at = now() where id = $1 and state in ('queued', 'running')`,
    [id, state],
  );
}

/** Leaves a job until somebody has answered. Who answers queues it again. */
export async function restJob(id: string): Promise<void> {
  await pool().query(`update job set state = 'queued' where id = $1 and state = 'running'`, [id]);
}
