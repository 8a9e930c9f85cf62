import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../store/database-in-tests.ts';
import { openLog } from '../store/ledger-log.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { logInTests, queueLeaves, sealAndPublish } from '../worker/log-in-tests.ts';
import { runSequencerOnce } from '../worker/sequencer.ts';
import { metrics } from './metrics.ts';
import { readiness } from './readiness.ts';

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const MINUTE = 60_000;

beforeEach(async () => {
  await closeStore();
  connectStore({ url: (await testDatabase()).url });
});
afterAll(closeStore);

test('ready with a log that is opened and moves', async () => {
  await openLog('vialog.example/test');
  expect(await readiness(MIGRATIONS, Date.now())).toEqual({
    isReady: true,
    checks: { database: 'ok', migrations: 'ok', sequencer: 'ok' },
  });
});

test('not ready before the log is opened', async () => {
  expect(await readiness(MIGRATIONS, Date.now())).toMatchObject({
    isReady: false,
    checks: { sequencer: 'The log is not opened yet.' },
  });
});

test('not ready with a log that is halted, and it says why', async () => {
  await openLog('vialog.example/test');
  await pool().query(`update ledger.log set state = 'halted', halted_because = 'Entry 7 is missing.'`);
  expect(await readiness(MIGRATIONS, Date.now())).toMatchObject({
    isReady: false,
    checks: { sequencer: 'The log is halted: Entry 7 is missing.' },
  });
});

test('not ready when nobody sequences what waits', async () => {
  await openLog('vialog.example/test');
  await queueLeaves(1);
  expect((await readiness(MIGRATIONS, Date.now())).isReady).toBe(true);
  await pool().query(`update ledger.pending set submitted_at = now() - interval '1 minute'`);
  expect((await readiness(MIGRATIONS, Date.now())).checks.sequencer).toMatch(/nobody sequences/);
});

test('not ready when nobody signs what is sequenced, however old the last head is otherwise', async () => {
  const log = await logInTests();
  await queueLeaves(1);
  await sealAndPublish(log);
  expect((await readiness(MIGRATIONS, Date.now() + MINUTE)).isReady).toBe(true);
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  expect((await readiness(MIGRATIONS, Date.now())).isReady).toBe(true);
  expect((await readiness(MIGRATIONS, Date.now() + MINUTE)).checks.sequencer).toMatch(/nobody signs/);
});

test('not ready with a migration missing', async () => {
  await openLog('vialog.example/test');
  await pool().query('delete from _prisma_migrations where migration_name = $1', ['20261120090000_first']);
  expect(await readiness(MIGRATIONS, Date.now())).toMatchObject({
    isReady: false,
    checks: { migrations: expect.stringContaining('20261120090000_first') },
  });
});

test('not ready without a database, and it names no host', async () => {
  await closeStore();
  connectStore({ url: 'postgresql://somebody:secret@127.0.0.1:1/none' });
  const { isReady, checks } = await readiness(MIGRATIONS, Date.now());
  expect(isReady).toBe(false);
  expect(JSON.stringify(checks)).not.toMatch(/127|somebody|secret/);
});

test('the metrics tell sizes, what waits, and the state', async () => {
  const log = await logInTests();
  await queueLeaves(4);
  await sealAndPublish(log);
  await queueLeaves(3);
  const lines = (await metrics(Date.now())).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'vialog_ledger_pending 3',
      'vialog_ledger_size 5',
      'vialog_ledger_published_size 5',
      'vialog_ledger_block_number 1',
      'vialog_ledger_state{state="active"} 1',
      '# TYPE vialog_ledger_head_age_seconds gauge',
    ]),
  );
  for (const line of lines.filter((text) => text !== '' && !text.startsWith('#')))
    expect(line).toMatch(/^[a-z_]+(\{state="[a-z]+"\})? \d+(\.\d+)?$/);
});
