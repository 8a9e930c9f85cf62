import { equalBytes } from '../kernel/bytes.ts';
import { type Hash, parseHash } from '../ledger/hash.ts';
import type { BlockHeaderLeaf } from './block-header-leaf.ts';
import type { Leaf } from './leaf.ts';

/** How far the chain of blocks has been followed. */
export interface ChainPlace {
  readonly blockNo: bigint;
  /** The leaf hash of the latest header; zero before the first. */
  readonly headerHash: Hash;
  readonly timeMs: number;
  readonly epoch: bigint;
  readonly witnessedSize: bigint;
  /** The index at which the next header must stand. */
  readonly nextHeader: bigint;
}

/** What is wrong with the chain at an entry. */
export type ChainFault =
  /** Something else stands where a block must begin, or a block begins inside another. */
  | { readonly code: 'chain/no-header' | 'chain/header-inside-block' }
  /** The header does not continue the one before: its number, the hash it names, the size or the root of the tree so far. */
  | {
      readonly code: 'chain/number' | 'chain/previous-header' | 'chain/previous-size' | 'chain/previous-root';
    }
  /** Something went backwards that never may. */
  | { readonly code: 'chain/time' | 'chain/epoch' | 'chain/witnessed-size' }
  | { readonly code: 'chain/empty-block' };

const ZERO = parseHash(new Uint8Array(32));

/** The chain before its first block. */
export function noBlocks(): ChainPlace {
  if (!ZERO) throw new Error('a hash has 32 bytes');
  const none = { blockNo: 0n, epoch: 0n, witnessedSize: 0n, nextHeader: 0n };
  return { ...none, headerHash: ZERO, timeMs: 0 };
}

/**
 * Follows the chain over the entry at `index`, whose leaf hash is `hash`, in a tree whose root before it is `root()`: the place after
 * it, or what is wrong. The chain is an extra check whose every link must match the tree; it replaces no proof.
 */
export function followChain(
  place: ChainPlace,
  { index, leaf, hash, root }: { index: bigint; leaf: Leaf; hash: Hash; root: () => Hash },
): ChainPlace | ChainFault {
  if (index !== place.nextHeader)
    return leaf.type === 'block-header' ? { code: 'chain/header-inside-block' } : place;
  if (leaf.type !== 'block-header') return { code: 'chain/no-header' };
  return (
    brokenLink(place, leaf, index, root) ??
    backwards(place, leaf) ?? {
      ...{ blockNo: leaf.blockNo, headerHash: hash, timeMs: leaf.time, epoch: leaf.epoch },
      ...{ witnessedSize: leaf.witnessedSize, nextHeader: index + 1n + BigInt(leaf.count) },
    }
  );
}

function brokenLink(
  place: ChainPlace,
  leaf: BlockHeaderLeaf,
  index: bigint,
  root: () => Hash,
): ChainFault | undefined {
  if (leaf.blockNo !== place.blockNo + 1n) return { code: 'chain/number' };
  if (!equalBytes(leaf.prevBlockLeafHash, place.headerHash)) return { code: 'chain/previous-header' };
  if (leaf.prevSize !== index) return { code: 'chain/previous-size' };
  if (!equalBytes(leaf.prevRoot, root())) return { code: 'chain/previous-root' };
  return leaf.count === 0 ? { code: 'chain/empty-block' } : undefined;
}

function backwards(place: ChainPlace, leaf: BlockHeaderLeaf): ChainFault | undefined {
  if (leaf.time < place.timeMs) return { code: 'chain/time' };
  if (leaf.epoch < place.epoch) return { code: 'chain/epoch' };
  const grows = leaf.witnessedSize >= place.witnessedSize && leaf.witnessedSize <= leaf.prevSize;
  return grows ? undefined : { code: 'chain/witnessed-size' };
}
