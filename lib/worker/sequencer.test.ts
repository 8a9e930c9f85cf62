import { randomBytes } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parseLeaf } from '../evidence/leaf.ts';
import { observationsRoot } from '../evidence/observation-commitment.ts';
import { hexOf } from '../kernel/bytes.ts';
import { leafHash, parseHash } from '../ledger/hash.ts';
import { treeRoot } from '../ledger/merkle-tree.ts';
import { testDatabase } from '../store/database-in-tests.ts';
import { loadLatestCheckpoint, loadPublishedCheckpoint } from '../store/ledger-checkpoints.ts';
import { loadEntries } from '../store/ledger-entries.ts';
import { loadLogHead, openLog } from '../store/ledger-log.ts';
import { closeStore, connectStore, pool } from '../store/pool.ts';
import { type LogInTests, logInTests, ORIGIN, queueLeaves, SIGNER, sealAndPublish } from './log-in-tests.ts';
import { newPublisher, runPublisherOnce } from './publisher.ts';
import { newSequencer, runSequencerOnce } from './sequencer.ts';

let log: LogInTests;

beforeEach(async () => {
  await closeStore();
  connectStore({ url: (await testDatabase()).url });
  log = await logInTests();
});
afterAll(closeStore);

const head = async () => {
  const found = await loadLogHead();
  if (!found) throw new Error('the log is open');
  return found;
};

/** The root over what the table of entries holds, computed from the leaves alone. */
const rootOfEntries = async (size: bigint) =>
  treeRoot((await loadEntries(0n, size)).map((entry) => leafHash(entry.leaf)));

test('waiting leaves become entries in their order, behind a block header that chains to the tree before', async () => {
  const first = await queueLeaves(3);
  expect(await runSequencerOnce(log.sequencer)).toEqual({ kind: 'sealed', size: 4n, entries: 4 });
  const before = await head();
  const second = await queueLeaves(2);
  await runSequencerOnce(log.sequencer);

  const entries = await loadEntries(0n, 100n);
  expect(entries.map(({ seq }) => seq)).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n]);
  expect(entries.slice(1, 4).map(({ id }) => id)).toEqual(first);
  expect(entries.slice(5).map(({ id }) => id)).toEqual(second);
  const headers = [entries[0], entries[4]].map((entry) => parseLeaf(entry?.leaf ?? new Uint8Array()));
  expect(headers[1]).toMatchObject({
    value: {
      ...{ type: 'block-header', blockNo: 2n, prevSize: 4n, prevRoot: before.root, count: 2 },
      ...{ prevBlockLeafHash: entries[0]?.leafHash, epoch: 1n },
    },
  });
  const after = await head();
  expect(after).toMatchObject({
    size: 7n,
    blockNo: 2n,
    lastBlockHash: entries[4]?.leafHash,
    state: 'active',
  });
  expect(hexOf(after.root)).toBe(hexOf(await rootOfEntries(7n)));
});
