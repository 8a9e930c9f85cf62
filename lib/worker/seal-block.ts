import { randomBytes } from 'node:crypto';
import { encodeBlockHeaderLeaf } from '../evidence/block-header-leaf.ts';
import { parseLedgerEventId } from '../evidence/event-id.ts';
import { entryIdOf } from '../evidence/leaf.ts';
import { observationsRoot } from '../evidence/observation-commitment.ts';
import { encodeObservationsLeaf } from '../evidence/observations-leaf.ts';
import { hexOf } from '../kernel/bytes.ts';
import type { Instant } from '../kernel/instant.ts';
import { leafHash } from '../ledger/hash.ts';
import { allInOrder } from '../store/all-in-order.ts';
import { advanceLogHead, type LockedHead, lockLogHead, storedHash } from '../store/ledger-log.ts';
import {
  insertLogEntry,
  type LogEntry,
  movePendingLeaves,
  type QueueStretch,
  takeObservations,
} from '../store/ledger-pending.ts';
import { insertTiles } from '../store/ledger-tiles.ts';
import type { Tx } from '../store/transaction.ts';
import { blockTime, type ClockError } from './block-time.ts';
import { isTreeOf, type LogTree, loadTree } from './log-tree.ts';

/** What a block may hold, and when. */
export interface BlockRules {
  readonly mostLeaves: number;
  readonly mostObservations: number;
  /** A block of observations alone is sealed when the latest block is so old. */
  readonly observationsEveryMs: number;
  /** Only leaves of this part of the queue are taken; absent: all. See {@link movePendingLeaves}. */
  readonly stretch: QueueStretch | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What came of the attempt. `tree` is the edge to go on with. */
export type SealedBlock =
  | {
      readonly kind: 'sealed';
      readonly size: bigint;
      readonly entries: number;
      /** Where the leaves wait that it had no room for. */
      readonly rest: QueueStretch | undefined;
      readonly tree: LogTree;
    }
  | { readonly kind: 'nothing'; readonly tree: LogTree | undefined }
  | { readonly kind: 'clock'; readonly error: ClockError }
  | { readonly kind: 'not-active' };

const ZERO_HASH = storedHash(new Uint8Array(32));

/**
 * Seals the next block in `tx`: locks the head, moves waiting leaves into the log behind a block header, closes with the leaf of the
 * observations since the last, and moves the head. Nothing is sealed where nothing waits. `known` saves reading the tree's edge anew;
 * it is used up: only the tree that is given back may be used again, and that only once `tx` is committed.
 */
export async function sealBlock(tx: Tx, known: LogTree | undefined, rules: BlockRules): Promise<SealedBlock> {
  const askedAt = rules.now();
  const head = await lockLogHead(tx);
  if (head?.state !== 'active') return { kind: 'not-active' };
  const time = blockTime({ ...head, askedAt, answeredAt: rules.now() });
  if (!time.ok) return { kind: 'clock', error: time.error };

  const kept = known && isTreeOf(known, head) ? known : undefined;
  const tree = kept ?? { frontier: await loadTree(tx, head), root: head.root, epoch: head.epoch + 1n };
  const body = await blockBody(tx, head, time.value, rules);
  if (body.count === 0) return { kind: 'nothing', tree: kept };

  const header = headerEntry(head, time.value, body.count, tree.epoch);
  // PostgreSQL empties the queue and writes these while the tree is hashed here.
  const written = [
    body.removed,
    insertLogEntry(tx, header),
    body.observed ? insertLogEntry(tx, body.observed) : Promise.resolve(),
  ];
  const tiles = [header.leafHash, ...body.hashes].flatMap((hashes) => tree.frontier.append(hashes));
  const root = tree.frontier.root();
  const size = tree.frontier.size;
  await allInOrder([
    ...written,
    insertTiles(tx, tiles),
    advanceLogHead(tx, head, {
      ...{ size, root, epoch: tree.epoch, blockNo: head.blockNo + 1n },
      ...{ lastBlockHash: header.leafHash, lastTimeMs: BigInt(time.value) },
    }),
  ]);
  const { count, rest } = body;
  return { kind: 'sealed', size, entries: count + 1, rest, tree: { ...tree, root } };
}

/** What stands behind a block's header. `hashes` are the leaf hashes in order; `observed` is still to be written. */
interface BlockBody {
  readonly count: number;
  readonly hashes: readonly Uint8Array[];
  readonly observed: LogEntry | undefined;
  readonly removed: Promise<void>;
  readonly rest: QueueStretch | undefined;
}

async function blockBody(tx: Tx, head: LockedHead, time: Instant, rules: BlockRules): Promise<BlockBody> {
  const moved = await movePendingLeaves(tx, head.size + 1n, rules.mostLeaves, rules.stretch);
  const isEarly = moved.count === 0 && time - Number(head.lastTimeMs) < rules.observationsEveryMs;
  const seq = head.size + 1n + BigInt(moved.count);
  const observed =
    head.observationsWait && !isEarly
      ? await observationsEntry(tx, seq, time, rules.mostObservations)
      : undefined;
  const { removed, rest } = moved;
  return observed
    ? { count: moved.count + 1, hashes: [moved.hashes, observed.leafHash], observed, removed, rest }
    : { count: moved.count, hashes: [moved.hashes], observed, removed, rest };
}

/** The leaf that opens the block and chains it to the one before. */
function headerEntry(head: LockedHead, time: Instant, count: number, epoch: bigint): LogEntry {
  const leaf = encodeBlockHeaderLeaf({
    ...{ blockNo: head.blockNo + 1n, prevBlockLeafHash: head.lastBlockHash },
    ...{ prevSize: head.size, prevRoot: head.root, time, count, epoch },
    witnessedSize: head.witnessedSize,
    checkpointSha256: head.checkpointSha256,
    mapRoot: ZERO_HASH,
  });
  return { seq: head.size, id: hexOf(entryIdOf(leaf)), leaf, leafHash: leafHash(leaf) };
}

/** The leaf of the observations that wait; `undefined` where none does. */
async function observationsEntry(
  tx: Tx,
  seq: bigint,
  time: Instant,
  most: number,
): Promise<LogEntry | undefined> {
  const id = parseLedgerEventId(Uint8Array.from(randomBytes(16)));
  if (!id) throw new Error('16 bytes are an id');
  const commitments = await takeObservations(tx, hexOf(id), most);
  if (commitments.length === 0) return undefined;
  const root = observationsRoot(commitments);
  const leaf = encodeObservationsLeaf({ id, time, count: commitments.length, root });
  return { seq, id: hexOf(id), leaf, leafHash: leafHash(leaf) };
}
