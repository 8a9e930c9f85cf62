import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { type ChainInTests, chainInTests } from '../service/chain-in-tests.ts';
import { startJob } from '../service/start-job.ts';
import { insertJob, loadJob } from '../store/jobs.ts';
import { closeStore, pool } from '../store/pool.ts';
import { startJobRunner } from './job-runner.ts';
import type { Running } from './loop.ts';

let chain: ChainInTests;
let runner: Running;
beforeAll(async () => {
  chain = await chainInTests();
  runner = await startJobRunner();
});
afterAll(async () => {
  await runner.stop();
  await closeStore();
});

async function finished(scope: OrgScope, id: string) {
  for (let waited = 0; waited < 800; waited++) {
    const job = await loadJob(scope, id);
    if (job?.finishedAt !== undefined) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the job does not end');
}

const FAULT = { state: 'failed', errors: [{ code: 'server/fault' }] };

test('a job that fails each time is given up, and says so', async () => {
  const journal = vi.spyOn(console, 'error').mockImplementation(() => {});
  const id = randomBytes(16).toString('hex');
  await insertJob(chain.pharmacy, { id, kind: 'nobody-knows', payload: {}, total: 1 });
  await pool().query(
    `select graphile_worker.add_job('vialog-job', json_build_object('id', $1::text), job_key => $1, max_attempts => 1)`,
    [id],
  );
  expect(await finished(chain.pharmacy, id)).toMatchObject(FAULT);
  expect(journal.mock.calls.flat().join('\n')).toContain(id);
  journal.mockRestore();
});

test('a job that ended its process at every attempt is given up too', async () => {
  await runner.stop();
  const id = await startJob(chain.pharmacy, { kind: 'epcis-capture', payload: {}, total: 1 });
  await pool().query(
    `update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'gone', locked_at = now() - interval '1 minute' where key = $1`,
    [id],
  );
  runner = await startJobRunner();
  expect(await finished(chain.pharmacy, id)).toMatchObject(FAULT);
});

test('two runners share the jobs, and each is done once', async () => {
  const second = await startJobRunner();
  const document = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-11-20T12:00:00Z',
    epcisBody: { eventList: [] },
  };
  const order = { kind: 'epcis-capture', payload: { json: document, sha256: '00'.repeat(32) }, total: 0 };
  const ids = await Promise.all(Array.from({ length: 20 }, () => startJob(chain.pharmacy, order)));
  for (const id of ids)
    expect(await finished(chain.pharmacy, id)).toMatchObject({ state: 'succeeded', errors: [] });
  await second.stop();
  const { rows } = await pool().query(
    `select distinct payload::text from job where kind = 'epcis-capture' and state = 'succeeded'`,
  );
  expect(rows).toEqual([{ payload: 'null' }]);
});
