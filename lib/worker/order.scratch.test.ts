import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../store/database-in-tests.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { loadEntries } from '../store/ledger-entries.ts';
import { logInTests, queueLeaves } from './log-in-tests.ts';
import { newSequencer, runSequencerOnce } from './sequencer.ts';

beforeEach(async () => { await closeStore(); connectStore({ url: (await testDatabase()).url }); });
afterAll(closeStore);

test('a late leaf stands before what was recorded after its commit', async () => {
  await logInTests();
  const sequencer = newSequencer({ batchAgeMs: 0, observationsEveryMs: 0, mostLeaves: 3 });
  const late = await pool().connect();
  await late.query('begin');
  const lateId = randomBytes(16).toString('hex');
  await late.query('insert into ledger.pending (log_id, event_id, leaf) values (1, $1::uuid, $2)', [lateId, randomBytes(50)]);
  await queueLeaves(4);
  console.log(await runSequencerOnce(sequencer));
  await late.query('commit'); late.release();
  const [after] = await queueLeaves(1);
  console.log(await runSequencerOnce(sequencer));
  console.log(await runSequencerOnce(sequencer));
  const ids = (await loadEntries(0n, 100n)).map((e) => e.id);
  console.log(ids.indexOf(lateId), ids.indexOf(after ?? ''));
  expect(ids.indexOf(lateId)).toBeLessThan(ids.indexOf(after ?? ''));
});
