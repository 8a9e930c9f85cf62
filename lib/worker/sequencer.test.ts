import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parseLeaf } from '../evidence/leaf.ts';
import { observationsRoot } from '../evidence/observation-commitment.ts';
import { hexOf } from '../kernel/bytes.ts';
import { type Hash, leafHash, parseHash } from '../ledger/hash.ts';
import { treeRoot } from '../ledger/merkle-tree.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { loadEntries } from '../store/ledger-entries.ts';
import { openLog } from '../store/ledger-log.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import {
  headInTests,
  type LogInTests,
  logInTests,
  queueLeaves,
  sealAndPublish,
  tamper,
} from './log-in-tests.ts';
import { newSequencer, runSequencerOnce } from './sequencer.ts';

let log: LogInTests;

beforeEach(async () => {
  await closeStore();
  connectStore({ url: (await testDatabase()).url });
  log = await logInTests();
});
afterAll(closeStore);

/** A sequencer that has just been started: it knows nothing but the tables. */
const fresh = () => newSequencer(log.sequencer.options);

/** The root over what the table of entries holds, computed from the leaves alone. */
const rootOfEntries = async (size: bigint) =>
  treeRoot((await loadEntries(0n, size)).map((entry) => leafHash(entry.leaf)));

test('waiting leaves become entries in their order, behind a block header that chains to the tree before', async () => {
  const first = await queueLeaves(3);
  expect(await runSequencerOnce(log.sequencer)).toEqual({ kind: 'sealed', size: 4n, entries: 4 });
  const before = await headInTests();
  const second = await queueLeaves(2);
  await runSequencerOnce(log.sequencer);

  const entries = await loadEntries(0n, 100n);
  expect(entries.map(({ seq }) => seq)).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n]);
  expect(entries.slice(1, 4).map(({ id }) => id)).toEqual(first);
  expect(entries.slice(5).map(({ id }) => id)).toEqual(second);
  expect(parseLeaf(entries[4]?.leaf ?? new Uint8Array())).toMatchObject({
    value: {
      ...{ type: 'block-header', blockNo: 2n, prevSize: 4n, prevRoot: before.root, count: 2, epoch: 1n },
      prevBlockLeafHash: entries[0]?.leafHash,
    },
  });
  const after = await headInTests();
  expect(after).toMatchObject({
    size: 7n,
    blockNo: 2n,
    lastBlockHash: entries[4]?.leafHash,
    state: 'active',
  });
  expect(hexOf(after.root)).toBe(hexOf(await rootOfEntries(7n)));
});

test('a block names the checkpoint that was published before it', async () => {
  await queueLeaves(1);
  await sealAndPublish(log);
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);

  const { rows } = await pool().query('select sha256(note) as sha256 from ledger.checkpoint where size = 2');
  const [, , header] = await loadEntries(0n, 3n);
  expect(parseLeaf(header?.leaf ?? new Uint8Array())).toMatchObject({
    value: { checkpointSha256: rows[0].sha256, witnessedSize: 0n },
  });
});

test('nothing waits: no block', async () => {
  expect(await runSequencerOnce(log.sequencer)).toEqual({ kind: 'idle' });
  expect(await headInTests()).toMatchObject({ size: 0n, blockNo: 0n });
});

test('few young leaves wait for more, until the oldest is old enough', async () => {
  const patient = newSequencer({ batchLeaves: 10, batchAgeMs: 60_000 });
  await queueLeaves(5);
  expect(await runSequencerOnce(patient)).toEqual({ kind: 'idle' });
  await pool().query(`update ledger.pending set submitted_at = submitted_at - interval '10 minutes'`);
  expect(await runSequencerOnce(patient)).toMatchObject({ kind: 'sealed', entries: 6 });
  await queueLeaves(9);
  expect(await runSequencerOnce(patient)).toEqual({ kind: 'idle' });
  await queueLeaves(1);
  expect(await runSequencerOnce(patient)).toMatchObject({ kind: 'sealed', entries: 11 });
});

test('a block holds no more leaves than it may, and the rest follows in the next', async () => {
  const narrow = newSequencer({ batchAgeMs: 0, mostLeaves: 4 });
  const ids = await queueLeaves(6);
  expect(await runSequencerOnce(narrow)).toEqual({ kind: 'sealed', size: 5n, entries: 5 });
  expect(await runSequencerOnce(narrow)).toEqual({ kind: 'sealed', size: 8n, entries: 3 });
  const stored = (await loadEntries(0n, 8n)).map(({ id }) => id);
  expect([...stored.slice(1, 5), ...stored.slice(6)]).toEqual(ids);
});

test.each([
  [252, [253n, 255n, 257n, 259n]],
  [253, [254n, 256n, 258n, 260n]],
  [508, [509n, 511n, 513n, 515n]],
  [509, [510n, 512n, 514n, 516n]],
])(
  'restarted after %i leaves and at every block since, a sequencer goes on with the same tree',
  async (leaves, sizes) => {
    await queueLeaves(leaves);
    for (const want of sizes) {
      expect(await runSequencerOnce(fresh())).toMatchObject({ kind: 'sealed', size: want });
      expect(hexOf((await headInTests()).root)).toBe(hexOf(await rootOfEntries(want)));
      await queueLeaves(1);
    }
  },
);

test.each([65_535, 65_536])(
  'the tree is right at %i entries and two more, where the third level begins',
  async (edge) => {
    await pool().query(
      `insert into ledger.pending (log_id, event_id, leaf) select 1, gen_random_uuid(), convert_to(n::text, 'UTF8') from generate_series(1, 65500) n`,
    );
    const wide = newSequencer({ batchAgeMs: 0, mostLeaves: 20_000 });
    while ((await runSequencerOnce(wide)).kind === 'sealed');
    await queueLeaves(edge - 1 - Number((await headInTests()).size));
    for (const want of [BigInt(edge), BigInt(edge + 2)]) {
      await runSequencerOnce(fresh());
      await queueLeaves(1);
      const { size, root } = await headInTests();
      expect(size).toBe(want);
      const { rows } = await pool().query<{ readonly leaf_hash: Buffer }>(
        'select leaf_hash from ledger.entry order by seq',
      );
      expect(hexOf(root)).toBe(hexOf(treeRoot(rows.map((row) => hash(row.leaf_hash)))));
    }
    const { rows } = await pool().query(
      'select level, count(*)::int as n from ledger.tile group by level order by 1',
    );
    expect(rows).toEqual([
      { level: 0, n: 256 },
      { level: 1, n: 1 },
    ]);
  },
);

const hash = (bytes: Uint8Array): Hash => {
  const parsed = parseHash(bytes);
  if (!parsed) throw new Error('no hash');
  return parsed;
};

async function queueObservations(count: number): Promise<readonly Hash[]> {
  const commitments = Array.from({ length: count }, () => hash(randomBytes(32)));
  await pool().query(
    `insert into ledger.observation_pending (observation, commitment)
     select gen_random_uuid(), k.c from unnest($1::bytea[]) with ordinality as k (c, n) order by k.n`,
    [commitments.map((commitment) => Buffer.from(commitment))],
  );
  return commitments;
}

test('the observations since the last block are one leaf at its end, and its members are kept in their order', async () => {
  await queueLeaves(2);
  const commitments = await queueObservations(3);
  expect(await runSequencerOnce(log.sequencer)).toEqual({ kind: 'sealed', size: 4n, entries: 4 });

  const [header, , , observed] = await loadEntries(0n, 4n);
  expect(parseLeaf(header?.leaf ?? new Uint8Array())).toMatchObject({ value: { count: 3 } });
  const leaf = parseLeaf(observed?.leaf ?? new Uint8Array());
  expect(leaf).toMatchObject({
    value: { type: 'observations', count: 3, root: observationsRoot(commitments) },
  });
  const { rows } = await pool().query('select * from ledger.observation_member order by ord');
  expect(rows.map((row) => [row.leaf_event, row.ord, hexOf(row.commitment)])).toEqual(
    commitments.map((commitment, ord) => [observed?.id, ord, hexOf(commitment)]),
  );
  expect((await pool().query('select from ledger.observation_pending')).rowCount).toBe(0);
  expect(hexOf((await headInTests()).root)).toBe(hexOf(await rootOfEntries(4n)));
});

test('observations alone are sealed once a minute and no sooner; with a block they always are', async () => {
  let now = Date.now();
  const minutely = newSequencer({ batchAgeMs: 0, now: () => now });
  await queueObservations(2);
  expect(await runSequencerOnce(minutely)).toMatchObject({ kind: 'sealed', entries: 2 });
  await queueObservations(1);
  expect(await runSequencerOnce(minutely)).toEqual({ kind: 'idle' });
  await queueLeaves(1);
  expect(await runSequencerOnce(minutely)).toMatchObject({ kind: 'sealed', entries: 3 });
  await queueObservations(1);
  expect(await runSequencerOnce(minutely)).toEqual({ kind: 'idle' });
  // The database's clock goes on by itself; what has passed since the last block is moved instead.
  await pool().query('update ledger.log set last_time_ms = last_time_ms - 60000');
  now = Date.now();
  expect(await runSequencerOnce(minutely)).toMatchObject({ kind: 'sealed', entries: 2 });
});

test('behind a long queue, a leaf that was committed late is not passed over for long', async () => {
  const narrow = newSequencer({ batchAgeMs: 0, mostLeaves: 2 });
  const late = await pool().connect();
  const id = randomBytes(16).toString('hex');
  await late.query('begin');
  await late.query(`insert into ledger.pending (log_id, event_id, leaf) values (1, $1, 'late')`, [id]);
  await queueLeaves(60);
  await runSequencerOnce(narrow);
  await late.query('commit');
  late.release();
  for (let block = 0; block < 11; block++) await runSequencerOnce(narrow);
  expect((await loadEntries(0n, 100n)).filter((entry) => entry.id === id).length).toBe(1);
  while ((await runSequencerOnce(narrow)).kind === 'sealed');
  expect((await headInTests()).blockNo).toBe(31n);
  expect((await pool().query('select from ledger.pending')).rowCount).toBe(0);
});

test('with a clock that is wrong no block is sealed, and the leaves wait', async () => {
  const behind = newSequencer({ batchAgeMs: 0, now: () => Date.now() - 3_600_000 });
  await queueLeaves(1);
  expect(await runSequencerOnce(behind)).toMatchObject({ kind: 'refused' });
  await pool().query('update ledger.log set last_time_ms = $1', [Date.now() + 60_000]);
  expect(await runSequencerOnce(log.sequencer)).toMatchObject({ kind: 'refused' });
  expect(await headInTests()).toMatchObject({ size: 0n, state: 'active' });
  expect((await pool().query('select from ledger.pending')).rowCount).toBe(1);
});

test('sequencers beside each other make one chain without a gap', async () => {
  const sequencers = Array.from({ length: 4 }, fresh);
  const queued: string[] = [];
  for (let round = 0; round < 15; round++) {
    const [ids] = await Promise.all([queueLeaves(7), ...sequencers.map((one) => runSequencerOnce(one))]);
    queued.push(...ids);
  }
  await sealAndPublish(log);
  const { size, root, state } = await headInTests();
  const entries = await loadEntries(0n, size + 1n);
  expect(entries.map(({ seq }) => seq)).toEqual(
    Array.from({ length: Number(size) }, (_, seq) => BigInt(seq)),
  );
  const ids = entries.map(({ id }) => id);
  expect(queued.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(hexOf(root)).toBe(hexOf(await rootOfEntries(size)));
  expect(state).toBe('active');
});

test('a leaf that was queued again after it was sequenced is dropped', async () => {
  const ids = await queueLeaves(3);
  await runSequencerOnce(log.sequencer);
  await pool().query(
    'insert into ledger.pending (log_id, event_id, leaf) select log_id, event_id, leaf from ledger.entry where event_id = $1',
    [ids[1]],
  );
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  expect(await runSequencerOnce(log.sequencer)).toEqual({ kind: 'sealed', size: 6n, entries: 2 });
  expect((await pool().query('select from ledger.pending')).rowCount).toBe(0);
});

test('a leaf of other content under the id of an entry halts the log', async () => {
  const [id] = await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  await pool().query(`insert into ledger.pending (log_id, event_id, leaf) values (1, $1, 'other')`, [id]);
  expect(await runSequencerOnce(log.sequencer)).toMatchObject({ kind: 'stopped' });
  expect(await headInTests()).toMatchObject({ state: 'halted', size: 2n });
});

test.each([
  [
    'the hash of an entry of the unfinished tile',
    `update ledger.entry set leaf_hash = sha256('x') where seq = 301`,
  ],
  ['the root of a full tile', `update ledger.tile set root = sha256('x')`],
  ['the root of the head', `update ledger.log set root = sha256('x')`],
  ['the size of the head', `update ledger.log set size = size - 1`],
  ['a deleted entry', `delete from ledger.entry where seq = 301`],
  ['a deleted tile', `delete from ledger.tile`],
  [
    'an entry beyond the head',
    `insert into ledger.entry values (1, 303, gen_random_uuid(), sha256('x'), 'x')`,
  ],
])('a restarted sequencer halts the log on finding changed: %s', async (_name, sql) => {
  await queueLeaves(300);
  await runSequencerOnce(log.sequencer);
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  expect((await headInTests()).size).toBe(303n);
  await tamper(sql);
  await queueLeaves(1);

  expect(await runSequencerOnce(fresh())).toMatchObject({ kind: 'stopped' });
  const { state, haltedBecause } = await headInTests();
  expect(state).toBe('halted');
  expect(haltedBecause).toMatch(/^[A-Z].*\.$/);
  expect(await runSequencerOnce(fresh())).toMatchObject({ kind: 'stopped' });
});

test('leaves that were committed late keep their order, and stand before what was recorded after their commit', async () => {
  const sequencer = newSequencer({ ...log.sequencer.options, mostLeaves: 3 });
  const slow = await pool().connect();
  const late = ['01', '02'].map((byte) => byte.repeat(16));
  const queueLate = (id: string | undefined) =>
    slow.query('insert into ledger.pending (log_id, event_id, leaf) values (1, $1, $2)', [
      id,
      randomBytes(200),
    ]);
  await slow.query('begin');
  await queueLate(late[0]);
  const early = await queueLeaves(4);
  await queueLate(late[1]);
  const last = await queueLeaves(1);
  await runSequencerOnce(sequencer);
  await slow.query('commit');
  slow.release();
  const after = await queueLeaves(1);
  while ((await runSequencerOnce(sequencer)).kind === 'sealed');

  const ids = (await loadEntries(0n, 100n)).map(({ id }) => id);
  const queued = [...early, ...last, ...late, ...after];
  expect(ids.filter((id) => queued.includes(id))).toEqual(queued);
});

test('a restarted sequencer halts the log where an older state than the signed one was restored', async () => {
  await queueLeaves(300);
  await sealAndPublish(log);
  await queueLeaves(1);
  const before = await headInTests();
  await sealAndPublish(log);
  await tamper(`delete from ledger.entry where seq >= ${before.size}`);
  await pool().query('update ledger.log set size = $1, root = $2', [before.size, before.root]);
  await queueLeaves(1);
  expect(await runSequencerOnce(fresh())).toMatchObject({
    kind: 'stopped',
    because: expect.stringContaining('only 301 entries are stored'),
  });
});

test('a log keeps its name', async () => {
  await expect(openLog('vialog.example/another')).rejects.toThrow(
    "The log of this database is vialog.example/test, and VIALOG_ORIGIN says vialog.example/another: set it back, for a log's name never changes.",
  );
});
