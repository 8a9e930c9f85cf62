import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Lot } from '../../gs1/lot.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { openJobQueue } from '../../store/job-queue.ts';
import { closeStore, pool } from '../../store/pool.ts';
import { loadRegistrationOfJob, type RegistrationPhase } from '../../store/registrations.ts';
import { logInTests } from '../../worker/log-in-tests.ts';
import { type ChainInTests, chainInTests, countOf } from '../chain-in-tests.ts';
import { startRegistration } from './control-registration.ts';
import { uploadBatch } from './open-registration.ts';
import type { WorkerTask } from './registration-worker-in-tests.ts';

const ROWS = 40_000;

let chain: ChainInTests;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  chain = await chainInTests();
  await logInTests();
  await (await openJobQueue(1)).end();
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await closeStore();
});

/** A process of its own that works on jobs. */
function startWorker(): ChildProcess {
  const script = join(import.meta.dirname, 'registration-worker-in-tests.ts');
  const task: WorkerTask = { url: chain.url };
  const env = {
    NODE_ENV: 'test',
    VIALOG_TAG_KEY: '07'.repeat(32),
    VIALOG_SEAL_KEY: '08'.repeat(32),
    VIALOG_ORIGIN: 'vialog.example/test',
    NODE_NO_WARNINGS: '1',
  } as const;
  const worker = spawn(process.execPath, [script, JSON.stringify(task)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  workers.push(worker);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await ended;
}

/** Waits until the registration is in the phase, and so far in it. */
async function until(job: string, phase: RegistrationPhase, isReached: (done: number) => boolean) {
  for (let waited = 0; waited < 12_000; waited++) {
    const registration = await loadRegistrationOfJob(job);
    const done = await countOf(`generate_series(1, (select done from job where id = $1))`, [job]);
    if (registration?.phase === phase && isReached(done)) return done;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`the registration never came as far as ${phase}`);
}

async function* csv(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('serial,line\n');
  for (let n = 0; n < ROWS; n += 500) {
    const lines = Array.from({ length: 500 }, (_, at) => `K${String(n + at).padStart(9, '0')},7\n`);
    yield new TextEncoder().encode(lines.join(''));
  }
}

test('killed while it checks and while it records: nothing is active in between, and all of it at the end', async () => {
  const job = await uploadBatch(
    chain.manufacturer,
    {
      gtin: chain.gtin,
      lot: 'KILLED' as Lot,
      expiry: '2028-05-31' as LocalDate,
      at: Date.now() as Instant,
      requestKey: 'killed',
      startsByItself: false,
    },
    { source: 'csv', body: csv() },
  );
  if (!job.ok) throw new Error(job.error.code);

  const first = startWorker();
  const checked = await until(job.value, 'checking', (done) => done > 0);
  await kill(first);
  expect(checked).toBeLessThan(ROWS);

  const second = startWorker();
  await until(job.value, 'checked', () => true);
  expect(await countOf('registration_fault')).toBe(0);
  expect(await startRegistration(chain.manufacturer, job.value)).toEqual({ ok: true, value: undefined });
  const recorded = await until(job.value, 'recording', (done) => done > ROWS / 4);
  await kill(second);
  expect(recorded).toBeLessThan(ROWS);
  // The server notices that nobody is there any more, and takes back what was not committed.
  await until(job.value, 'recording', () => true);
  expect(await countOf('pack')).toBe(0);
  expect(await countOf(`event where act = 'commission'`)).toBe(0);
  expect(await countOf('batch')).toBe(0);

  startWorker();
  await until(job.value, 'done', () => true);
  expect(await countOf(`pack where lot = 'KILLED' and status = 'active' and counter = 1`)).toBe(ROWS);
  expect(await countOf('pack')).toBe(ROWS);
  expect(await countOf(`event_object where effect = 'applied'`)).toBe(ROWS);
  expect(await countOf(`event where act = 'commission'`)).toBe(ROWS / 2_000);
  const { rows } = await pool().query('select total, done, failed from job where id = $1', [job.value]);
  expect(rows).toEqual([{ total: ROWS, done: ROWS, failed: 0 }]);
  expect(await countOf('batch where commissioned')).toBe(1);
}, 180_000);
