import { afterAll, beforeEach, expect, test } from 'vitest';
import { hexOf, parseUtf8 } from '../kernel/bytes.ts';
import { openCheckpoint } from '../ledger/checkpoint.ts';
import { signerVkey } from '../ledger/signer-key.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import {
  keepCheckpoint,
  loadLatestCheckpoint,
  loadPublishedCheckpoint,
} from '../store/ledger-checkpoints.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import {
  headInTests,
  type LogInTests,
  logInTests,
  ORIGIN,
  queueLeaves,
  SIGNER,
  sealAndPublish,
  tamper,
} from './log-in-tests.ts';
import { newPublisher, runPublisherOnce } from './publisher.ts';
import { runSequencerOnce } from './sequencer.ts';

let log: LogInTests;

beforeEach(async () => {
  await closeStore();
  connectStore({ url: (await testDatabase()).url });
  log = await logInTests();
});
afterAll(closeStore);

/** A publisher that has just been started: it knows nothing but the tables. */
const fresh = (options = {}) => newPublisher({ ...log.publisher.options, ...options });

const opened = (note: Uint8Array | undefined) => {
  const checkpoint = openCheckpoint(note ?? new Uint8Array(), signerVkey(SIGNER));
  return checkpoint.ok ? checkpoint.value.checkpoint : checkpoint.error;
};

test('the empty log has a signed head, and so has the log after every block', async () => {
  expect(await runPublisherOnce(log.publisher)).toEqual({ kind: 'published', size: 0n });
  expect(opened((await loadPublishedCheckpoint())?.note)).toMatchObject({ origin: ORIGIN, size: 0n });
  await queueLeaves(300);
  await sealAndPublish(log);
  expect(opened((await loadPublishedCheckpoint())?.note)).toMatchObject({
    ...{ origin: ORIGIN, size: 301n, root: Uint8Array.from((await headInTests()).root), extension: [] },
  });
  expect(await runPublisherOnce(log.publisher)).toEqual({ kind: 'idle' });
});

test('only the newest head is signed, and no more often than allowed', async () => {
  const seldom = fresh({ everyMs: 60_000 });
  for (const leaves of [1, 2, 3]) {
    await queueLeaves(leaves);
    await runSequencerOnce(log.sequencer);
  }
  expect(await runPublisherOnce(seldom)).toEqual({ kind: 'published', size: 9n });
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  expect(await runPublisherOnce(seldom)).toEqual({ kind: 'idle' });
  const { rows } = await pool().query('select size from ledger.checkpoint');
  expect(rows).toEqual([{ size: 9n }]);
});

test('dead between signing and showing, it leaves the next one to show the same bytes', async () => {
  await queueLeaves(5);
  await sealAndPublish(log);
  const signed = await loadLatestCheckpoint();
  await pool().query('update ledger.log set published_size = 0');
  expect(await runPublisherOnce(fresh())).toEqual({ kind: 'published', size: 6n });
  expect(await loadLatestCheckpoint()).toEqual(signed);
  expect((await headInTests()).publishedSize).toBe(6n);
});

test('a publisher that wakes late shows nobody less than before', async () => {
  await queueLeaves(5);
  await runSequencerOnce(log.sequencer);
  await pool().query('update ledger.log set published_size = 4242');
  await runPublisherOnce(log.publisher);
  expect((await headInTests()).publishedSize).toBe(4242n);
});

test('publishers beside each other sign one note for a size', async () => {
  const publishers = [log.publisher, fresh(), fresh()];
  for (let round = 0; round < 10; round++) {
    await queueLeaves(40);
    await Promise.all([runSequencerOnce(log.sequencer), ...publishers.map((one) => runPublisherOnce(one))]);
  }
  await sealAndPublish(log);
  expect(await headInTests()).toMatchObject({ state: 'active', size: 410n, publishedSize: 410n });
});

test.each([
  ['an entry of a full tile', `update ledger.entry set leaf = 'other' where seq = 7`],
  ['an entry of the unfinished tile', `update ledger.entry set leaf = 'other' where seq = 290`],
  [
    'an entry with its hash',
    `update ledger.entry set leaf = 'other', leaf_hash = sha256('\\x00'::bytea || 'other'::bytea) where seq = 7`,
  ],
  ['a tile', `update ledger.tile set data = set_byte(data, 8191, get_byte(data, 8191) # 1)`],
  ['the root of a tile', `update ledger.tile set root = sha256('x')`],
  ['the root of the signed head', `update ledger.checkpoint set root = sha256('x')`],
  ['the signature of the signed head', `update ledger.checkpoint set note = set_byte(note, 120, 65)`],
  ['a deleted entry', 'delete from ledger.entry where seq = 7'],
  ['a deleted tile', 'delete from ledger.tile'],
])('a restarted publisher finds out and halts the log: %s', async (_name, sql) => {
  await queueLeaves(300);
  await sealAndPublish(log);
  await tamper(sql);

  const restarted = fresh();
  expect(await runPublisherOnce(restarted)).toMatchObject({ kind: 'stopped' });
  const { state, haltedBecause } = await headInTests();
  expect(state).toBe('halted');
  expect(haltedBecause).toMatch(/^[A-Z].*\.$/);
  expect(await runPublisherOnce(restarted)).toMatchObject({ kind: 'stopped' });
  expect((await pool().query('select from ledger.checkpoint')).rowCount).toBe(1);
});

test('a bit that flipped after the commit is found before anything is signed', async () => {
  await runPublisherOnce(log.publisher);
  await queueLeaves(300);
  await runSequencerOnce(log.sequencer);
  await tamper('update ledger.entry set leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) where seq = 299');
  expect(await runPublisherOnce(log.publisher)).toEqual({
    kind: 'stopped',
    because: 'The log is halted: Entry 299 of the log does not give the hash it was sequenced with.',
  });
  expect((await loadLatestCheckpoint())?.size).toBe(0n);
});

test('entries before the audited ones are trusted as far as their tiles lead to the signed head', async () => {
  await queueLeaves(1000);
  await sealAndPublish(log);
  await queueLeaves(10);
  await runSequencerOnce(log.sequencer);
  expect(await runPublisherOnce(fresh({ auditEntries: 100n }))).toEqual({ kind: 'published', size: 1012n });
});

test('another key than that of the last head signs nothing, and halts nobody', async () => {
  await queueLeaves(1);
  await sealAndPublish(log);
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  const other = fresh({ signer: { name: ORIGIN, seed: new Uint8Array(32).fill(7) } });
  expect(await runPublisherOnce(other)).toMatchObject({ kind: 'refused' });
  expect(await headInTests()).toMatchObject({ state: 'active', publishedSize: 2n });
  expect(await runPublisherOnce(log.publisher)).toEqual({ kind: 'published', size: 4n });
});

test('of two keys that begin a log at once one signs, and the other never', async () => {
  const other = fresh({ signer: { name: ORIGIN, seed: new Uint8Array(32).fill(7) } });
  const both = [log.publisher, other];
  const gate = await pool().connect();
  await gate.query('begin');
  await gate.query('lock table ledger.checkpoint in exclusive mode');
  const turns = Promise.all(both.map((one) => runPublisherOnce(one)));
  const waiting = `select from pg_locks where relation = 'ledger.checkpoint'::regclass and not granted`;
  while ((await gate.query(waiting)).rowCount !== both.length);
  await gate.query('commit');
  gate.release();
  const outcomes = await turns;
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['published', 'refused']);
  const loser = both[outcomes.findIndex(({ kind }) => kind === 'refused')] ?? other;
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  expect(await runPublisherOnce(loser)).toMatchObject({ kind: 'refused' });
  expect((await loadLatestCheckpoint())?.size).toBe(0n);
});

test('a halted log gets no further signature, not even one that was on its way', async () => {
  await queueLeaves(1);
  await runSequencerOnce(log.sequencer);
  await pool().query(`update ledger.log set state = 'halted', halted_because = 'By hand.'`);
  const { root } = await headInTests();
  expect(await keepCheckpoint({ size: 2n, blockNo: 1n, root, note: Uint8Array.of(1) })).toBeUndefined();
  expect(await runPublisherOnce(log.publisher)).toEqual({
    kind: 'stopped',
    because: 'The log is halted: By hand.',
  });
});

test('what is kept for a size stays, whatever another brings', async () => {
  await queueLeaves(1);
  await sealAndPublish(log);
  const { root } = await headInTests();
  const kept = await keepCheckpoint({ size: 2n, blockNo: 1n, root, note: Uint8Array.of(1) });
  expect(parseUtf8(kept?.note ?? new Uint8Array())).toContain(`${ORIGIN}\n2\n`);
  expect(hexOf(kept?.root ?? new Uint8Array())).toBe(hexOf(root));
});
