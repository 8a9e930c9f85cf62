import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { pool } from './pool.ts';
import { type Db, inTransaction, type Tx } from './transaction.ts';

/** The name under which graphile-worker knows our jobs. */
export const JOB_TASK = 'vialog-job';

/** A job that fails so often is given up. */
const MOST_ATTEMPTS = 5;

/** From a lock in the queue to the lock that shows a living worker a moment passes. */
const GRACE = '5 seconds';

/**
 * Connections for graphile-worker, with its tables made or brought up to date. It has a pool of its own because it expects every value
 * as PostgreSQL's driver gives it, and keeps one connection to listen on. End it after the last use.
 */
export async function openJobQueue(connections: number): Promise<pg.Pool> {
  const { connectionString } = pool().options;
  const opened = new pg.Pool({
    ...(connectionString !== undefined && { connectionString }),
    max: connections,
  });
  // A connection that dies, idle or at work, is replaced; without listeners it would end the process.
  opened.on('error', () => {});
  opened.on('connect', (client) => void client.on('error', () => {}));
  await runMigrations({ pgPool: opened });
  return opened;
}

/** Has the job run once the transaction of `db` is committed. */
export async function queueJob(db: Db, id: string): Promise<void> {
  await db.query(
    `select from graphile_worker.add_job($1, json_build_object('id', $2::text), job_key => $2, max_attempts => $3)`,
    [JOB_TASK, id, MOST_ATTEMPTS],
  );
}

/**
 * Does `work` while this process alone works on the job, however long it takes; false, and nothing is done, where another one does.
 * The lock ends with the connection, so nobody waits for a process that died. `work` must write in transactions of its own.
 */
export async function withJobLock(id: string, work: () => Promise<void>): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await lockJob(tx, id))) return false;
    // The pool takes the locks of idle transactions away: then a second process would begin a long job beside the first.
    await tx.query(`select set_config('idle_in_transaction_session_timeout', '0', true)`);
    await work();
    return true;
  });
}

async function lockJob(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ readonly locked: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('vialog.job.' || $1, 0)) as locked`,
    [id],
  );
  return rows[0]?.locked === true;
}

/** A job whose worker is gone. */
export interface LeftJob {
  readonly id: string;
  /** It has had all its attempts. */
  readonly spent: boolean;
}

/** Frees the jobs that a dead worker left locked in the queue, so that they are begun again, and gives them. */
export async function freeLeftJobs(): Promise<readonly LeftJob[]> {
  const { rows } = await pool().query<{ id: string; worker: string; spent: boolean }>(
    `select key as id, locked_by as worker, attempts >= max_attempts as spent from graphile_worker.jobs
      where task_identifier = $1 and key is not null and locked_at < now() - $2::interval`,
    [JOB_TASK, GRACE],
  );
  const left: LeftJob[] = [];
  for (const { id, worker, spent } of rows) {
    const freed = await inTransaction(async (tx) => {
      if (!(await lockJob(tx, id))) return false;
      await tx.query('select graphile_worker.force_unlock_workers($1::text[])', [[worker]]);
      return true;
    });
    if (freed) left.push({ id, spent });
  }
  return left;
}

/** Takes from a finished job what it was given: documents have become events, and are to be erased in one place. */
export async function forgetJobPayload(id: string): Promise<void> {
  await pool().query(`update job set payload = 'null' where id = $1 and finished_at is not null`, [id]);
}
