import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase } from '../store/database-in-tests.ts';
import { loadPublishedCheckpoint } from '../store/ledger-checkpoints.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { headInTests, queueLeaves } from './log-in-tests.ts';
import { startLedger } from './start-ledger.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vialog-start-'));

beforeAll(async () => {
  vi.stubEnv('VIALOG_DATA_DIR', dataDir);
  vi.stubEnv('VIALOG_ORIGIN', 'vialog.example/started');
  vi.stubEnv('VIALOG_LOG_KEY', '');
  connectStore({ url: (await testDatabase()).url });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeStore();
  rmSync(dataDir, { recursive: true });
});

test('started on an empty database, it opens the log, publishes what is queued, and stops without a trace', async () => {
  const ledger = await startLedger();
  expect((await loadPublishedCheckpoint())?.size).toBe(0n);
  await queueLeaves(20);
  await vi.waitUntil(async () => (await headInTests()).publishedSize === 21n, { timeout: 20_000 });
  await ledger.stop();
  await queueLeaves(1);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await headInTests()).toMatchObject({
    size: 21n,
    publishedSize: 21n,
    origin: 'vialog.example/started',
  });
});

test('started again it goes on', async () => {
  const ledger = await startLedger();
  await vi.waitUntil(async () => (await headInTests()).publishedSize === 23n, { timeout: 20_000 });
  await ledger.stop();
  expect((await headInTests()).epoch).toBe(2n);
});

test('a database whose log has another name is not touched', async () => {
  await pool().query(`update ledger.log set origin = 'vialog.example/another'`);
  const before = await headInTests();
  await expect(startLedger()).rejects.toThrow(/^The log of this database is vialog.example\/another, .*\.$/);
  expect(await headInTests()).toEqual(before);
});
