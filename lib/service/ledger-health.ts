import { parseLeaf } from '../evidence/leaf.ts';
import { loadPublishedCheckpoint } from '../store/ledger-checkpoints.ts';
import { loadEntries } from '../store/ledger-entries.ts';
import { type LogHead, loadLogHead } from '../store/ledger-log.ts';
import { loadLedgerQueue } from '../store/ledger-pending.ts';

/** How the log is doing, in numbers. */
export interface LedgerHealth {
  readonly state: LogHead['state'];
  readonly haltedBecause: string | undefined;
  readonly size: bigint;
  readonly publishedSize: bigint;
  readonly blockNo: bigint;
  /** Leaves that wait for their place, counted up to 100,000. */
  readonly pending: number;
  /** For how long the oldest of them has waited, and the oldest block for its signature; 0 where none does. */
  readonly pendingMs: number;
  readonly unpublishedMs: number;
  /** How long ago the published head was signed; `undefined` before the first. */
  readonly publishedAgoMs: number | undefined;
}

const MOST_COUNTED = 100_000;

/** Asks the database how the log is doing at `now`, milliseconds since 1970. `undefined` before the log is opened. */
export async function ledgerHealth(now: number): Promise<LedgerHealth | undefined> {
  const [head, queue, published] = await Promise.all([
    loadLogHead(),
    loadLedgerQueue(MOST_COUNTED),
    loadPublishedCheckpoint(),
  ]);
  if (!head || !queue) return undefined;
  return {
    ...{ state: head.state, haltedBecause: head.haltedBecause, size: head.size, blockNo: head.blockNo },
    ...{ publishedSize: head.publishedSize, pending: queue.leaves, pendingMs: queue.oldestMs },
    unpublishedMs: await unpublishedMs(head, now),
    publishedAgoMs: published && now - published.signedAt,
  };
}

/** Published sizes end blocks, so the first entry that is not shown is the header of a block and tells its time. */
async function unpublishedMs({ size, publishedSize }: LogHead, now: number): Promise<number> {
  if (size === publishedSize) return 0;
  const [entry] = await loadEntries(publishedSize, publishedSize + 1n);
  const leaf = entry && parseLeaf(entry.leaf);
  return leaf?.ok && leaf.value.type === 'block-header' ? Math.max(now - leaf.value.time, 0) : 0;
}
