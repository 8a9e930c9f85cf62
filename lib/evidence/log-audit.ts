import type { Frontier, FullTile } from '../ledger/frontier.ts';
import { leafHash } from '../ledger/hash.ts';
import { type ChainFault, type ChainPlace, followChain } from './block-chain.ts';
import { signedBytesOf } from './event-leaf.ts';
import type { KeyRegistry, KeyRuleFault, SignatureToVerify } from './key-registry.ts';
import { type Leaf, parseLeaf } from './leaf.ts';
import type { LeafError } from './leaf-format.ts';

/** How far a log has been looked through: its tree, its chain of blocks, and its actors' keys. */
export interface LogAudit {
  /** Grows with every entry. */
  readonly frontier: Frontier;
  readonly chain: ChainPlace;
  /** Grows with every leaf of a key. */
  readonly keys: KeyRegistry;
}

/** A signature of an event, and where the event stands. */
export type EntrySignature = SignatureToVerify & { readonly index: bigint };

/** Where the audit stands behind some entries, the tiles that they completed, and the signatures that are left to verify. */
export interface AuditedEntries extends LogAudit {
  readonly tiles: readonly FullTile[];
  readonly signatures: readonly EntrySignature[];
}

/** What is wrong with an entry. */
export type EntryFault = { readonly index: bigint } & (LeafError | ChainFault | KeyRuleFault);

/**
 * Looks through the next entries of a log: each is a leaf of ours, every block continues the one before and the tree at its very
 * index, and every event names a key that is active there. The signatures themselves are for the caller to verify, for they cost forty
 * times as much as all else and may be shared out. Gives back where it stands then, or the first fault; after a fault the audit is of no further use, for its tree has grown.
 * The root of the tree is for the caller to compare with that of a signed head.
 */
export function auditEntries(audit: LogAudit, entries: readonly Uint8Array[]): AuditedEntries | EntryFault {
  const { frontier, keys } = audit;
  const tiles: FullTile[] = [];
  const signatures: EntrySignature[] = [];
  let { chain } = audit;
  let index = frontier.size;
  for (const entry of entries) {
    const leaf = parseLeaf(entry);
    if (!leaf.ok) return { ...leaf.error, index };
    const hash = leafHash(entry);
    const next = followChain(chain, { index, leaf: leaf.value, hash, root: () => frontier.root() });
    if ('code' in next) return { ...next, index };
    chain = next;
    const signed = signatureIn(keys, { leaf: leaf.value, entry, index });
    if (signed && 'code' in signed) return { ...signed, index };
    if (signed) signatures.push(signed);
    tiles.push(...frontier.append(hash));
    index++;
  }
  return { frontier, chain, keys, tiles, signatures };
}

interface EntryRead {
  readonly leaf: Leaf;
  readonly entry: Uint8Array;
  readonly index: bigint;
}

/** Takes a leaf of a key in; of an event, gives the signature that is to be verified, where it has one. */
function signatureIn(
  keys: KeyRegistry,
  { leaf, entry, index }: EntryRead,
): EntrySignature | KeyRuleFault | undefined {
  if (leaf.type === 'key') return keys.apply(leaf, index);
  if (leaf.type !== 'event') return undefined;
  const key = keys.keyOf(leaf);
  if (!key || 'code' in key || !leaf.signature) return key && 'code' in key ? key : undefined;
  return { publicKey: key.publicKey, message: signedBytesOf(entry), signature: leaf.signature, index };
}
