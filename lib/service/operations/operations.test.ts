import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgScope } from '../../custody/org-scope.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { loadJob } from '../../store/jobs.ts';
import { loadResults } from '../../store/operation-lines.ts';
import { closeStore, pool } from '../../store/pool.ts';
import { startJobRunner } from '../../worker/job-runner.ts';
import type { Running } from '../../worker/loop.ts';
import { startSequencer } from '../../worker/start-sequencer.ts';
import { type ChainInTests, chainInTests, countOf, deliver, packRequest } from '../chain-in-tests.ts';
import { changePack } from '../change-pack.ts';
import { verifyPack } from '../verify-pack.ts';
import { Guesses } from './guesses.ts';
import { orderOperations } from './order-operations.ts';

let chain: ChainInTests;
let workers: readonly Running[] = [];
beforeAll(async () => {
  chain = await chainInTests();
  workers = [startSequencer({ batchAgeMs: 5 }), await startJobRunner()];
});
afterAll(async () => {
  for (const worker of workers) await worker.stop();
  await closeStore();
});

const line = (serial: string, changed: { readonly [member: string]: Json } = {}): Json => ({
  gtin: chain.gtin,
  serial,
  batch: 'L1',
  expiry: '280531',
  entryMode: 'scan',
  at: '2026-11-20T08:00:00.000Z',
  ...changed,
});

async function done(scope: OrgScope, lines: readonly Json[], key: string = randomUUID()) {
  const keyed = { key, digest: new Uint8Array(32).fill(lines.length) };
  const id = await orderOperations(scope, lines, keyed);
  if (!id.ok) throw new Error(id.error.code);
  for (let waited = 0; waited < 2_000; waited++) {
    const job = await loadJob(scope, id.value);
    if (job?.finishedAt !== undefined) {
      return { job, results: await loadResults(scope, id.value, { afterLine: 0, limit: 10_000 }) };
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the list does not end');
}

const stateOf = async (serial: string) => {
  const { rows } = await pool().query('select status from pack where serial = $1', [serial]);
  return rows[0]?.status;
};

describe('a list of operations', () => {
  test('is testimony: each line is recorded at its original time, and has its own result', async () => {
    await deliver(chain, chain.pharmacy, ['O1', 'O2', 'O3']);
    const at = Date.now() - 20_000;
    const time = (n: number) => new Date(at + n * 1_000).toISOString();
    const { job, results } = await done(chain.pharmacy, [
      line('O1', { at: time(0), state: 'supplied' }),
      line('O2', { at: time(1) }),
      line('O3', { at: time(2), state: 'supplied' }),
      line('O3', { at: time(3), state: 'active' }),
      line('O1', { at: time(4), state: 'supplied' }),
      line('O4', { at: time(5), state: 'supplied' }),
      line('O 5', { at: time(6), state: 'supplied' }),
      line('O2', { at: 'yesterday' }),
      { nonsense: true },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'observed',
      'applied',
      'applied',
      'without-effect',
      'without-effect',
      'faulty',
      'faulty',
      'faulty',
    ]);
    expect(results.map(({ line: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(results[6]?.result).toMatchObject({ code: 'identifier/serial', path: 'serial', at: 1 });
    expect(results[1]?.result).toMatchObject({ verdict: 'supply' });
    expect(job).toMatchObject({ state: 'succeeded', total: 9, done: 6, failed: 3 });
    expect([await stateOf('O1'), await stateOf('O3')]).toEqual(['supplied', 'active']);
    const { rows } = await pool().query(
      `select event_time from event where act = 'supply' and not declaration order by event_time`,
    );
    expect(rows.map(({ event_time }) => event_time.toISOString())).toEqual([
      time(0),
      time(2),
      time(4),
      time(5),
    ]);
    expect(await countOf(`observation where at = $1 and operation = 'verify'`, [time(1)])).toBe(1);
  });

  test('under the same key is the same list; a line under the same name is the same operation in any list', async () => {
    await deliver(chain, chain.pharmacy, ['P1', 'P2']);
    const at = new Date(Date.now() - 5_000).toISOString();
    const lines = [
      line('P1', { at, id: 'till-1/77', state: 'supplied' }),
      line('P2', { at, id: 'till-1/78' }),
    ];
    const key = randomUUID();
    const first = await done(chain.pharmacy, lines, key);
    expect((await done(chain.pharmacy, lines, key)).job.id).toBe(first.job.id);
    const events = await countOf(`event where act = 'supply'`);
    const observations = await countOf('observation');
    const again = await done(chain.pharmacy, lines);
    expect(again.job.id).not.toBe(first.job.id);
    expect(again.results).toMatchObject([
      { outcome: 'applied', result: first.results[0]?.result },
      { outcome: 'observed' },
    ]);
    expect(await countOf(`event where act = 'supply'`)).toBe(events);
    expect(await countOf('observation')).toBe(observations);
    // Taking it back, and saying so twice.
    const undo = [line('P1', { at: new Date().toISOString(), id: 'till-1/79', state: 'active' })];
    expect((await done(chain.pharmacy, undo)).results).toMatchObject([{ outcome: 'applied' }]);
    expect((await done(chain.pharmacy, undo)).results).toMatchObject([{ outcome: 'applied' }]);
    expect(await stateOf('P1')).toBe('active');
  });

  test('that went through the pack API before, under the same name, is done', async () => {
    await deliver(chain, chain.pharmacy, ['T1']);
    const request = packRequest(chain.gtin, 'T1', { requestKey: 'till-1/90' });
    const changed = await changePack(chain.pharmacy, request, { state: 'supplied', note: undefined });
    expect(changed.ok).toBe(true);
    const events = await countOf('event');
    const earlier = new Date(Date.now() - 3_000).toISOString();
    const { results } = await done(chain.pharmacy, [
      line('T1', { at: earlier, id: 'till-1/90', state: 'supplied' }),
    ]);
    expect(results).toMatchObject([{ outcome: 'applied', result: { event: expect.any(String) } }]);
    expect(await countOf('event')).toBe(events);
  });

  test('says the same of many packs at one moment in one event, and tells each of them', async () => {
    const serials = Array.from({ length: 700 }, (_, n) => `Q${n}`);
    await deliver(chain, chain.pharmacy, serials);
    const at = new Date(Date.now() - 5_000).toISOString();
    const lines = ['GONE', ...serials].map((serial) => line(serial, { at, state: 'destroyed' }));
    const events = await countOf(`event where act = 'destroy'`);
    const { results } = await done(chain.pharmacy, lines);
    expect(results.filter(({ outcome }) => outcome === 'applied')).toHaveLength(700);
    expect(results[0]).toMatchObject({
      outcome: 'without-effect',
      result: { code: 'pack/not-yours-or-unknown' },
    });
    expect(await countOf(`event where act = 'destroy'`)).toBe(events + 2);
  });

  test('by somebody else moves nothing at the counter that holds the pack, and tells nothing of it', async () => {
    await deliver(chain, chain.pharmacy, ['R1']);
    const at = new Date(Date.now() - 5_000).toISOString();
    const { results } = await done(chain.wholesaler, [
      line('R1', { at, state: 'destroyed' }),
      line('NEVER', { at, state: 'destroyed' }),
      line('R1', { at, state: 'locked' }),
    ]);
    expect(results).toMatchObject([
      { outcome: 'without-effect', result: { code: 'pack/not-yours-or-unknown' } },
      { outcome: 'without-effect', result: { code: 'pack/not-yours-or-unknown' } },
      { outcome: 'refused' },
    ]);
    const { body } = await verifyPack(chain.pharmacy, packRequest(chain.gtin, 'R1'));
    expect(body).toMatchObject({ verdict: 'supply', state: 'active' });
  });

  test('that was cut off goes on, and nothing is done twice', async () => {
    const serials = Array.from({ length: 1_200 }, (_, n) => `S${n}`);
    await deliver(chain, chain.pharmacy, serials);
    const start = Date.now() - 5_000;
    const lines = serials.map((serial, n) =>
      line(serial, { at: new Date(start + n).toISOString(), state: 'supplied' }),
    );
    const { job, results } = await done(chain.pharmacy, lines);
    expect(results.every(({ outcome }) => outcome === 'applied')).toBe(true);
    const events = await countOf('event');
    // As after a crash between the second piece's events and its results.
    await pool().query(`delete from operation_result where job = $1 and line > 500`, [job.id]);
    await pool().query(`update job set state = 'running', done = 500, finished_at = null where id = $1`, [
      job.id,
    ]);
    await pool().query(
      `select graphile_worker.add_job('vialog-job', json_build_object('id', $1::text), job_key => $1)`,
      [job.id],
    );
    for (let waited = 0; waited < 500; waited++) {
      if ((await loadJob(chain.pharmacy, job.id))?.finishedAt !== undefined) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const again = await loadResults(chain.pharmacy, job.id, { afterLine: 0, limit: 10_000 });
    expect(again).toEqual(results);
    expect(await loadJob(chain.pharmacy, job.id)).toMatchObject({ done: 1_200, failed: 0 });
    expect(await countOf('event')).toBe(events);
  });

  test('confirms no guess: what is not known is told without reasons, and a list of guesses is stopped', async () => {
    await deliver(chain, chain.pharmacy, ['V1']);
    const at = new Date(Date.now() - 5_000).toISOString();
    const guesses = Array.from({ length: 62 }, (_, n) => line(`GUESS${n}`, { at }));
    const { job, results } = await done(chain.pharmacy, [line('V1', { at }), ...guesses, line('V1', { at })]);
    expect(results[0]?.result).toMatchObject({ verdict: 'supply', reasons: expect.any(Array) });
    for (const { outcome, result } of results.slice(1, 61)) {
      expect(outcome).toBe('observed');
      expect(result).toEqual({ verdict: expect.any(String) });
    }
    for (const { outcome, result } of results.slice(61))
      expect({ outcome, result }).toEqual({ outcome: 'refused', result: { code: 'rate/limited' } });
    expect(job).toMatchObject({ state: 'succeeded', done: 61, failed: 3 });
    // A restart behind them counts those that were told before.
    expect(new Guesses(results).isSpent).toBe(true);
    expect(new Guesses(results.slice(0, 60)).isSpent).toBe(false);
  });

  test('of no lines, or too many, is refused', async () => {
    expect(await orderOperations(chain.pharmacy, [], undefined)).toMatchObject({
      error: { code: 'operations/count' },
    });
    const many = Array.from({ length: 100_001 }, () => null);
    expect(await orderOperations(chain.pharmacy, many, undefined)).toMatchObject({
      error: { code: 'operations/count', most: 100_000 },
    });
  });
});
