import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrgScope } from '../custody/org-scope.ts';
import { Frontier } from '../ledger/frontier.ts';
import { type Hash, leafHash } from '../ledger/hash.ts';
import { verifyInclusion } from '../ledger/inclusion.ts';
import { treeRoot } from '../ledger/merkle-tree.ts';
import { proveInclusion } from '../ledger/tile-reader.ts';
import { appendEvent } from './append-event.ts';
import { testDatabase } from './database-in-tests.ts';
import {
  keepCheckpoint,
  loadCheckpoints,
  loadLatestCheckpoint,
  loadPublishedCheckpoint,
} from './ledger-checkpoints.ts';
import { loadEntries, loadEntryOf, loadLedgerPlaces } from './ledger-entries.ts';
import { advanceLogHead, haltLog, loadLogHead, lockLogHead, openLog, publishLogSize } from './ledger-log.ts';
import { insertLogEntry, loadLedgerQueue, movePendingLeaves, takeObservations } from './ledger-pending.ts';
import { insertTiles, loadFrontierTails, readStoredTiles } from './ledger-tiles.ts';
import { closeStore, connectStore, pool } from './pool.ts';
import { saveObservation } from './save-observation.ts';
import { inTransaction } from './transaction.ts';
import { eventIdInTests, eventRecord, gtinOf, NOW, organisationInTests, packKey } from './world-in-tests.ts';

let maker: OrgScope;

beforeAll(async () => {
  connectStore({ url: (await testDatabase()).url });
  maker = await organisationInTests(10, 'manufacturer');
  await openLog('vialog.example/log');
});
afterAll(closeStore);

const leaves: Uint8Array[] = [];
const hashes = () => leaves.map((leaf) => leafHash(leaf));

/** A batch as the sequencer writes it: a header first, then what waits. */
const sequence = (limit: number) =>
  inTransaction(async (tx) => {
    const head = await lockLogHead(tx);
    if (!head) throw new Error('no log');
    const frontier = Frontier.restore((await loadFrontierTails(head.size, tx)) ?? []);
    if (!frontier.ok) throw new Error(frontier.error.code);
    expect(frontier.value.root()).toEqual(head.root);

    const moved = await movePendingLeaves(tx, head.size + 1n, limit);
    const leaf = randomBytes(60);
    const header = leafHash(leaf);
    await insertLogEntry(tx, { seq: head.size, id: eventIdInTests(), leaf, leafHash: header });
    const tiles = frontier.value.append(Buffer.concat([header, moved.hashes]));
    await insertTiles(tx, tiles);
    const size = head.size + 1n + BigInt(moved.count);
    await advanceLogHead(tx, head, {
      size,
      root: frontier.value.root(),
      epoch: head.epoch,
      blockNo: head.blockNo + 1n,
      lastBlockHash: header,
      lastTimeMs: BigInt(NOW),
    });
    leaves.push(leaf);
    return { moved, tiles };
  });

const wait = async (count: number) => {
  const queued = Array.from({ length: count }, () => ({ id: eventIdInTests(), leaf: randomBytes(100) }));
  for (const { id, leaf } of queued)
    await pool().query('insert into ledger.pending (log_id, event_id, leaf) values (1, $1, $2)', [id, leaf]);
  return queued;
};

test('what waits gets its place in the order it came, behind the header of its block', async () => {
  const queued = await wait(3);
  expect(await loadLedgerQueue(2)).toMatchObject({ leaves: 2, state: 'active' });
  const { moved } = await sequence(5000);
  leaves.push(...queued.map((one) => one.leaf));

  expect(moved.count).toBe(3);
  expect(Buffer.from(moved.hashes)).toEqual(Buffer.concat(hashes().slice(1)));
  expect(await loadLedgerQueue(10)).toMatchObject({ leaves: 0 });
  expect((await loadEntries(1n, 4n)).map((entry) => entry.id)).toEqual(queued.map((one) => one.id));
  expect(await loadLogHead()).toMatchObject({
    size: 4n,
    blockNo: 1n,
    publishedSize: 0n,
    root: treeRoot(hashes()),
  });
});

test('across full tiles and partial ones the tree is that of RFC 6962, and every leaf is proved from tiles', async () => {
  for (const count of [250, 1, 300, 40]) {
    const queued = await wait(count);
    await sequence(5000);
    leaves.push(...queued.map((one) => one.leaf));
  }
  const head = await loadLogHead();
  const size = BigInt(leaves.length);
  expect(head).toMatchObject({ size, root: treeRoot(hashes()) });

  for (const index of [0n, 255n, 256n, 511n, 512n, size - 1n]) {
    const proved = await proveInclusion(index, size, readStoredTiles);
    if (!proved.ok) throw new Error(proved.error.code);
    const verified = verifyInclusion(proved.value.leaf, index, size, proved.value.proof, head?.root as Hash);
    expect(verified.ok).toBe(true);
  }
});

test('a tile that the tree does not have is not there', async () => {
  const [full, partial, none] = await readStoredTiles([
    { level: 0, index: 0n, width: 256 },
    { level: 0, index: 2n, width: 255 },
    { level: 1, index: 0n, width: 2 },
  ]);
  expect(full).toHaveLength(8192);
  expect(partial).toBeUndefined();
  expect(none).toHaveLength(64);
});

test('two sequencers at once number every leaf once and leave no gap', async () => {
  await wait(40);
  await Promise.all([sequence(10), sequence(10), sequence(10), sequence(10)]);
  const head = await loadLogHead();
  const entries = await loadEntries(0n, 10_000n);

  expect(BigInt(entries.length)).toBe(head?.size);
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, at) => BigInt(at)));
  expect(head?.root).toEqual(treeRoot(entries.map((entry) => leafHash(entry.leaf))));
});

test('the database refuses to change what the log holds', async () => {
  for (const sql of [
    'update ledger.entry set leaf = leaf where seq = 0',
    'delete from ledger.tile',
    'truncate ledger.entry',
  ])
    await expect(pool().query(sql)).rejects.toThrow('append-only');
});

test('how far an event has come is told from where it stands and what is published', async () => {
  const event = eventRecord(maker);
  await inTransaction((tx) => appendEvent(tx, { event, packs: [], objects: [], batches: [] }));
  const place = async () => (await loadLedgerPlaces([event.id])).get(event.id);
  expect(await place()).toEqual({ status: 'recorded', event: event.id, seq: undefined });

  await sequence(5000);
  const entry = await loadEntryOf(event.id);
  expect(entry?.leaf).toEqual(Buffer.from(event.leaf));
  expect(await place()).toEqual({ status: 'recorded', event: event.id, seq: entry?.seq });

  await publishLogSize((entry?.seq ?? 0n) + 1n);
  await publishLogSize(1n);
  expect(await place()).toEqual({ status: 'included', event: event.id, seq: entry?.seq });
});

test('of a size one head is kept, the first, and readers are shown published ones only', async () => {
  const { size, publishedSize } = (await loadLogHead()) ?? { size: 0n, publishedSize: 0n };
  const checkpoint = { size: publishedSize, blockNo: 1n, root: hashes()[0] as Hash, note: randomBytes(50) };
  await keepCheckpoint(checkpoint);
  const kept = await keepCheckpoint({ ...checkpoint, note: randomBytes(50) });
  expect(kept?.note).toEqual(checkpoint.note);

  await wait(1);
  await sequence(10);
  await keepCheckpoint({ ...checkpoint, size: size + 2n, note: randomBytes(50) });
  expect(await loadPublishedCheckpoint()).toMatchObject({ size: publishedSize, note: checkpoint.note });
  expect(await loadLatestCheckpoint()).toMatchObject({ size: size + 2n });
  expect((await loadCheckpoints(size + 5000n, 10)).map((one) => one.size)).toEqual([publishedSize]);
});

test('observations are taken for one leaf each, in the order they were made', async () => {
  const commitments = Array.from({ length: 5 }, () => randomBytes(32));
  for (const commitment of commitments)
    await saveObservation(
      maker,
      {
        id: eventIdInTests(),
        at: NOW,
        device: undefined,
        entryMode: 'scan',
        operation: 'verify',
        ...packKey(gtinOf(1), 'S'),
        lot: undefined,
        expiry: undefined,
        verdict: 'rescan',
        code: 'pack/unknown',
        severity: 1,
        reasons: [],
      },
      { salt: randomBytes(32), commitment },
    );
  expect(await loadLedgerQueue(1)).toMatchObject({ observations: true });
  const take = (limit: number) => inTransaction((tx) => takeObservations(tx, eventIdInTests(), limit));

  expect(await take(3)).toEqual(commitments.slice(0, 3));
  expect(await take(3)).toEqual(commitments.slice(3));
  expect(await take(3)).toEqual([]);
});

test('another name for the log is refused', async () => {
  expect((await openLog('vialog.example/log')).origin).toBe('vialog.example/log');
  await expect(openLog('other.example/log')).rejects.toThrow('vialog.example/log');
});

test('a halted log takes no further batch', async () => {
  await haltLog('the root read back is another one');
  expect(await loadLogHead()).toMatchObject({
    state: 'halted',
    haltedBecause: 'the root read back is another one',
  });
  await expect(sequence(10)).rejects.toThrow('under its own lock');
});
