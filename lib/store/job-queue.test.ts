import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from './database-in-tests.ts';
import { withJobLock } from './job-queue.ts';
import { closeStore, connectStore, pool } from './pool.ts';

/** What the pool allows an idle transaction, cut short for the test. */
const IDLE_MS = 200;

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  pool().on('connect', (client) => {
    client.query(`set idle_in_transaction_session_timeout = ${IDLE_MS}`).catch(() => {});
  });
});
afterAll(closeStore);

test('a job keeps its lock for longer than a transaction may be idle, and gives it back at its end', async () => {
  let beside: boolean | undefined;
  const alone = await withJobLock('aa', async () => {
    await new Promise((resolve) => setTimeout(resolve, 3 * IDLE_MS));
    beside = await withJobLock('aa', async () => {});
  });
  expect([alone, beside]).toEqual([true, false]);
  expect(await withJobLock('aa', async () => {})).toBe(true);
});
