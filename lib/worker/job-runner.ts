import { Logger, run } from 'graphile-worker';
import { faultTrace } from '../kernel/fault-trace.ts';
import type { JobOutcome } from '../service/job-end.ts';
import { JOB_KINDS } from '../service/job-kinds.ts';
import { forgetOldLists } from '../store/forget-bulk.ts';
import { forgetOldAnswers } from '../store/idempotency.ts';
import { forgetJobPayload, freeLeftJobs, JOB_TASK, openJobQueue, withJobLock } from '../store/job-queue.ts';
import { forgetOldLabelFiles } from '../store/label-files.ts';
import { finishJob, reportJob, restJob, startJob } from '../store/run-jobs.ts';
import { type Running, startLoop } from './loop.ts';

/** Jobs at once in this process; each may hold two connections of the store. */
const AT_ONCE = 2;
/** For the queue itself: one listens, the others take and complete jobs. */
const CONNECTIONS = 4;
/** A notification wakes the queue; this is for what was missed, and for what is to be tried again. */
const POLL_MS = 1_000;
const LOOK_FOR_LEFT_MS = 5_000;
const FORGET_EVERY_MS = 6 * 3_600_000;
/** A long job is not waited for at the end: it is begun again at the next start, and nothing is done twice. */
const LAST_WAIT_MS = 3_000;

/** Runs jobs from now on, in this process, until stopped: those that wait and those that a dead worker left. */
export async function startJobRunner(): Promise<Running> {
  const queue = await openJobQueue(CONNECTIONS);
  const runner = await run({
    pgPool: queue,
    concurrency: AT_ONCE,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(() => logLine),
    taskList: {
      [JOB_TASK]: async (payload, { job }) => runJob(idIn(payload), job.attempts >= job.max_attempts),
    },
  });
  const rescue = startLoop('jobs', async () => {
    await giveUpSpent();
    return { pauseMs: LOOK_FOR_LEFT_MS };
  });
  const housekeeping = startLoop('kept answers', async () => {
    await forgetOldAnswers();
    await forgetOldLists();
    await forgetOldLabelFiles();
    return { pauseMs: FORGET_EVERY_MS };
  });
  return {
    stop: async () => {
      await Promise.all([rescue.stop(), housekeeping.stop()]);
      await Promise.race([runner.stop(), new Promise((resolve) => setTimeout(resolve, LAST_WAIT_MS))]);
      await queue.end();
    },
  };
}

/** Of the queue's own words only warnings go to the journal: every job taken and done is told by its row, and every fault by us. */
function logLine(level: string, message: string): void {
  if (level === 'warning') console.error(`jobs: ${message.split('\n', 1)[0]}`);
}

function idIn(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'id' in payload) return String(payload.id);
  throw new Error('a job in the queue names no job');
}

/** Works on one job where nobody else does. What it throws, the queue tries again, save at the last time. */
async function runJob(id: string, isLast: boolean): Promise<void> {
  const alone = await withJobLock(id, async () => {
    const job = await startJob(id);
    if (!job) return;
    try {
      const kind = JOB_KINDS[job.kind];
      if (!kind) throw new Error(`nothing is known of jobs of the kind ${job.kind}`);
      await endJob(id, await kind.run(job));
      if (kind.forgets) await forgetJobPayload(id);
    } catch (error) {
      console.error(`jobs: ${id} ${faultTrace(error)}`);
      if (isLast) await giveUp(id);
      throw error;
    }
  });
  if (!alone) throw new Error('another process works on the job');
}

const endJob = (id: string, end: JobOutcome): Promise<void> =>
  end === 'waiting' ? restJob(id) : finishJob(id, end);

async function giveUpSpent(): Promise<void> {
  for (const { id, spent } of await freeLeftJobs()) if (spent) await giveUp(id);
}

async function giveUp(id: string): Promise<void> {
  if (!(await startJob(id))) return;
  await reportJob(id, { done: 0, failed: 0, errors: [{ at: null, code: 'server/fault', subjects: [] }] });
  await finishJob(id, 'failed');
}
