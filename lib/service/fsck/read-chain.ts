import { type ChainPlace, followChain } from '../../evidence/block-chain.ts';
import { entryIdOf, type Leaf, parseLeaf } from '../../evidence/leaf.ts';
import { hexOf } from '../../kernel/bytes.ts';
import type { Hash } from '../../ledger/hash.ts';
import type { EntryRow } from '../../store/fsck/log-pages.ts';
import { type FsckFault, faultAt } from './fsck-fault.ts';

/** An entry's leaf, what is wrong with it, and the chain of blocks behind it. */
export interface ReadEntry {
  readonly leaf: Leaf | undefined;
  readonly faults: readonly FsckFault[];
  readonly chain: ChainPlace | undefined;
}

/**
 * Reads the layout of an entry and follows the chain of blocks over it. `root` is the tree's before it; absent: not known any more. Behind
 * a header that cannot be read the chain is taken up again at the next.
 */
export function readEntry(
  { seq, event_id, leaf: bytes }: EntryRow,
  hash: Hash,
  chain: ChainPlace | undefined,
  root: (() => Hash) | undefined,
): ReadEntry {
  const place = { table: 'ledger.entry', row: `seq ${seq}` };
  const leaf = parseLeaf(bytes);
  const isHeader = chain?.nextHeader === seq;
  if (!leaf.ok) {
    const fault = faultAt(place, 'leaf-layout', 'leaf', leaf.error.code);
    return { leaf: undefined, faults: [fault], chain: isHeader ? undefined : chain };
  }
  const id = hexOf(entryIdOf(bytes));
  const misnamed =
    id === event_id ? [] : [faultAt(place, 'entry-id', 'event_id', `its leaf has the id ${id}`)];
  const next = followed({ seq, leaf: leaf.value, hash }, chain, root);
  if (!next || !('code' in next)) return { leaf: leaf.value, faults: misnamed, chain: next };
  const broken = faultAt(place, 'block-chain', 'leaf', next.code);
  return {
    leaf: leaf.value,
    faults: [...misnamed, broken],
    chain: resumed({ seq, leaf: leaf.value, hash }),
  };
}

interface Entry {
  readonly seq: bigint;
  readonly leaf: Leaf;
  readonly hash: Hash;
}

function followed({ seq, leaf, hash }: Entry, chain: ChainPlace | undefined, root: (() => Hash) | undefined) {
  if (!chain) return resumed({ seq, leaf, hash });
  const named = leaf.type === 'block-header' ? leaf.prevRoot : hash;
  return followChain(chain, { index: seq, leaf, hash, root: root ?? (() => named) });
}

/** The chain as the header here has it; absent where this is none. */
function resumed({ seq, leaf, hash }: Entry): ChainPlace | undefined {
  if (leaf.type !== 'block-header') return undefined;
  const { blockNo, time, epoch, witnessedSize, count } = leaf;
  const nextHeader = seq + 1n + BigInt(count);
  return { blockNo, headerHash: hash, timeMs: time, epoch, witnessedSize, nextHeader };
}
