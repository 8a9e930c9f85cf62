import { equalBytes } from '../../kernel/bytes.ts';
import { loadBeyond } from '../../store/fsck/log-pages.ts';
import type { LogHead } from '../../store/ledger-log.ts';
import type { Tx } from '../../store/transaction.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';
import type { LogPlace } from './log-place.ts';

/** What is wrong at the end of the log: its head, and what stands beyond it. */
export async function endOfLogFaults(
  tx: Tx,
  head: LogHead,
  { tree, chain, isLost }: LogPlace,
): Promise<readonly FsckFault[]> {
  const place = { table: 'ledger.log', row: head.origin };
  const faults: FsckFault[] = [];
  if (!isLost && !equalBytes(tree.root(), head.root))
    faults.push(faultAt(place, 'log-root', 'root', 'the entries do not give it'));
  if (chain && !isLost) faults.push(...chainFaults(head, chain));
  if (head.publishedSize > head.size)
    faults.push(faultAt(place, 'log-published', 'published_size', 'is more than there is'));
  if (head.witnessedSize > head.publishedSize)
    faults.push(faultAt(place, 'log-witnessed', 'witnessed_size', 'is more than was published'));
  for (const { table, row } of await loadBeyond(tx, head.size))
    faults.push(faultAt({ table, row }, 'beyond-the-head', 'row', `the log has ${head.size} entries`));
  return faults;
}

function chainFaults(head: LogHead, chain: NonNullable<LogPlace['chain']>): readonly FsckFault[] {
  const place = { table: 'ledger.log', row: head.origin };
  const differs: readonly (readonly [boolean, string, unknown])[] = [
    [chain.nextHeader !== head.size, 'size', chain.nextHeader],
    [chain.blockNo !== head.blockNo, 'block_no', chain.blockNo],
    [BigInt(chain.timeMs) !== head.lastTimeMs, 'last_time_ms', chain.timeMs],
    [chain.epoch !== head.epoch, 'epoch', chain.epoch],
    [!equalBytes(chain.headerHash, head.lastBlockHash), 'last_block_hash', 'the hash of its header'],
    [chain.witnessedSize > head.witnessedSize, 'witnessed_size', chain.witnessedSize],
  ];
  return differs.flatMap(([isWrong, field, want]) =>
    isWrong ? [faultAt(place, 'log-head', field, `the last block says ${want}`)] : [],
  );
}
