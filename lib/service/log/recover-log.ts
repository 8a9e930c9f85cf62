import type { BlockHeaderLeaf } from '../../evidence/block-header-leaf.ts';
import { entryIdOf, parseLeaf } from '../../evidence/leaf.ts';
import { equalBytes, hexOf } from '../../kernel/bytes.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { TreeHead } from '../../ledger/consistency.ts';
import { Frontier, type FullTile } from '../../ledger/frontier.ts';
import { leafHash } from '../../ledger/hash.ts';
import { type LogHead, lockLogHead } from '../../store/ledger-log.ts';
import type { LogEntry } from '../../store/ledger-pending.ts';
import { loadFrontierTails } from '../../store/ledger-tiles.ts';
import { insertRecovered, type RecoveredHead, setRecoveredHead } from '../../store/recover-entries.ts';
import { inTransaction, type Tx } from '../../store/transaction.ts';

/** Why nothing is recovered; then nothing was changed. */
export type RecoverError =
  /** The database has all that the head is over. */
  | { readonly code: 'recover/nothing-newer'; readonly size: bigint }
  /** What the database has and what is given do not make up the tree of the head: it went on by itself after the backup. */
  | { readonly code: 'recover/other-history'; readonly size: bigint };

/** What was brought back: the entries from index `from` to before `size`. */
export interface Recovered {
  readonly from: bigint;
  readonly size: bigint;
}

/**
 * Puts entries back that a database restored from an older backup has lost, from a copy of the log, so that it goes on behind the head
 * that witnesses have seen. `head` is that head, whose signatures the caller has checked; `entriesFrom` gives the entries behind an index.
 * All or nothing: what is stored and what is given must make up the tree of the head. Of what the entries stand for, nothing comes back.
 */
export const recoverLog = (
  head: TreeHead,
  entriesFrom: (from: bigint) => AsyncIterable<readonly Uint8Array[]>,
): Promise<Result<Recovered, RecoverError>> =>
  inTransaction(async (tx) => {
    const ours = await lockLogHead(tx);
    if (!ours) return err({ code: 'recover/nothing-newer', size: 0n });
    if (ours.size >= head.size) return err({ code: 'recover/nothing-newer', size: ours.size });
    await tx.query('savepoint before_recovery');
    const behind = await broughtBack(tx, ours, entriesFrom(ours.size));
    if (behind && behind.size === head.size && equalBytes(behind.root, head.root)) {
      await setRecoveredHead(tx, ours, behind);
      return ok({ from: ours.size, size: head.size });
    }
    await tx.query('rollback to savepoint before_recovery');
    return err({ code: 'recover/other-history', size: ours.size });
  });

async function broughtBack(
  tx: Tx,
  ours: LogHead,
  bundles: AsyncIterable<readonly Uint8Array[]>,
): Promise<RecoveredHead | undefined> {
  const tails = await loadFrontierTails(ours.size, tx);
  const tree = tails && Frontier.restore(tails);
  if (!tree?.ok) return undefined;
  let last: { readonly header: BlockHeaderLeaf; readonly hash: LogEntry['leafHash'] } | undefined;
  for await (const bundle of bundles) {
    const tiles: FullTile[] = [];
    const entries = bundle.map((leaf): LogEntry => {
      const parsed = parseLeaf(leaf);
      const hash = leafHash(leaf);
      if (parsed.ok && parsed.value.type === 'block-header') last = { header: parsed.value, hash };
      const seq = tree.value.size;
      tiles.push(...tree.value.append(hash));
      return { seq, id: hexOf(entryIdOf(leaf)), leaf, leafHash: hash };
    });
    await insertRecovered(tx, entries, tiles);
  }
  if (!last) return undefined;
  const { blockNo, epoch, time, witnessedSize } = last.header;
  return {
    ...{ size: tree.value.size, root: tree.value.root(), epoch, blockNo },
    ...{ lastBlockHash: last.hash, lastTimeMs: BigInt(time), witnessedSize },
  };
}
