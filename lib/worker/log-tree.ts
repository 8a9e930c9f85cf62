import { equalBytes } from '../kernel/bytes.ts';
import { Frontier } from '../ledger/frontier.ts';
import type { Hash } from '../ledger/hash.ts';
import { loadLatestCheckpoint } from '../store/ledger-checkpoints.ts';
import type { LogHead } from '../store/ledger-log.ts';
import { loadFrontierTails } from '../store/ledger-tiles.ts';
import type { Db } from '../store/transaction.ts';
import { LedgerDamage } from './ledger-damage.ts';

/** The right edge of the tree, kept between batches. It holds for one head only: that of this root and epoch. */
export interface LogTree {
  readonly frontier: Frontier;
  readonly root: Hash;
  readonly epoch: bigint;
}

/** True where nobody has moved the head since the tree was kept. */
export const isTreeOf = ({ frontier, root, epoch }: LogTree, head: LogHead): boolean =>
  epoch === head.epoch && frontier.size === head.size && equalBytes(root, head.root);

/**
 * Builds the tree of `head` from the tables. Throws {@link LedgerDamage} where its root is not the head's, or the tables do not lead
 * to the last head that was signed: then nothing may be signed again.
 */
export async function loadTree(db: Db, head: LogHead): Promise<Frontier> {
  const frontier = await treeOfSize(db, head.size);
  if (!equalBytes(frontier.root(), head.root))
    throw new LedgerDamage(`The root over the stored entries is not that of the head of size ${head.size}.`);
  const signed = await loadLatestCheckpoint(db);
  if (!signed) return frontier;
  if (signed.size > head.size)
    throw new LedgerDamage(
      `A head of size ${signed.size} is signed, and only ${head.size} entries are stored.`,
    );
  const then = signed.size === head.size ? frontier : await treeOfSize(db, signed.size);
  if (!equalBytes(then.root(), signed.root))
    throw new LedgerDamage(`The root over the first ${signed.size} entries is not the one that was signed.`);
  return frontier;
}

/** The tree of the first `size` entries, as the tables have it. Throws {@link LedgerDamage} where they lack any of its right edge. */
export async function treeOfSize(db: Db, size: bigint): Promise<Frontier> {
  const tails = await loadFrontierTails(size, db);
  const frontier = tails && Frontier.restore(tails);
  if (!frontier?.ok || frontier.value.size !== size)
    throw new LedgerDamage(`Hashes of the tree of ${size} entries are missing from the tables.`);
  return frontier.value;
}
