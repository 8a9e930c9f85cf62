import type { Frontier, FullTile } from '../ledger/frontier.ts';
import { leafHash } from '../ledger/hash.ts';
import { type ChainFault, type ChainPlace, followChain } from './block-chain.ts';
import { parseLeaf } from './leaf.ts';
import type { LeafError } from './leaf-format.ts';

/** How far a log has been looked through: its tree and its chain of blocks. */
export interface LogAudit {
  /** Grows with every entry. */
  readonly frontier: Frontier;
  readonly chain: ChainPlace;
}

/** Where the audit stands behind some entries, and the tiles that they completed. */
export interface AuditedEntries extends LogAudit {
  readonly tiles: readonly FullTile[];
}

/** What is wrong with an entry. */
export type EntryFault = { readonly index: bigint } & (LeafError | ChainFault);

/**
 * Looks through the next entries of a log: each is a leaf of ours, and every block continues the one before and the tree at its very
 * index. Gives back where it stands then, or the first fault; after a fault the audit is of no further use, for its tree has grown.
 * The root of the tree is for the caller to compare with that of a signed head.
 */
export function auditEntries(audit: LogAudit, entries: readonly Uint8Array[]): AuditedEntries | EntryFault {
  const { frontier } = audit;
  const tiles: FullTile[] = [];
  let { chain } = audit;
  let index = frontier.size;
  for (const entry of entries) {
    const leaf = parseLeaf(entry);
    if (!leaf.ok) return { ...leaf.error, index };
    const hash = leafHash(entry);
    const next = followChain(chain, { index, leaf: leaf.value, hash, root: () => frontier.root() });
    if ('code' in next) return { ...next, index };
    chain = next;
    tiles.push(...frontier.append(hash));
    index++;
  }
  return { frontier, chain, tiles };
}
