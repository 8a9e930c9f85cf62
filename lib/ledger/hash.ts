/**
 * lib/ledger: Merkle trees (RFC 6962 section 2.1), their proofs, tiles, signed notes, checkpoints and policies as
 * C2SP writes them, over opaque bytes. It knows nothing of events or medicine. Sizes and indexes are `bigint`.
 */

import { sha256 } from '#sha256';
import type { Brand } from '../kernel/brand.ts';

/** A SHA-256 hash: exactly 32 bytes. Not to be written to. */
export type Hash = Brand<Uint8Array, 'Hash'>;

/** The length of a {@link Hash}. */
export const HASH_BYTES = 32;

/** The only way in for a hash from outside: 32 bytes or nothing. */
export const parseHash = (bytes: Uint8Array): Hash | undefined =>
  bytes.length === HASH_BYTES ? (bytes as Hash) : undefined;

/** The SHA-256 of `data`, bare: no leaf and no node of a tree. */
export const hashOf = (data: Uint8Array): Hash => sha256(data) as Hash;

/** RFC 6962 section 2.1: the hash of an empty list is the hash of an empty string. */
export const EMPTY_ROOT = hashOf(new Uint8Array(0));

/** RFC 6962 section 2.1 splits the hash domain so that a leaf can never pass for a node. */
const LEAF = 0x00;
const NODE = 0x01;

/** Kept between calls: for short inputs, allocating anew costs as much as hashing. */
const leafBlock = new Uint8Array(1024);
const nodeBlock = new Uint8Array(1 + 2 * HASH_BYTES);

/** RFC 6962 section 2.1: MTH({d0}) = SHA-256(0x00 || d0). */
export function leafHash(entry: Uint8Array): Hash {
  const length = 1 + entry.length;
  const block = length <= leafBlock.length ? leafBlock.subarray(0, length) : new Uint8Array(length);
  block[0] = LEAF;
  block.set(entry, 1);
  return hashOf(block);
}

/** RFC 6962 section 2.1: SHA-256(0x01 || left || right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeBlock[0] = NODE;
  nodeBlock.set(left, 1);
  nodeBlock.set(right, 1 + left.length);
  // What an earlier call left behind must never be hashed, not even where a caller broke the brand.
  const length = 1 + left.length + right.length;
  return hashOf(length === nodeBlock.length ? nodeBlock : nodeBlock.subarray(0, length));
}

/** The hash at position `at` of hashes written one after the other, as in a tile. It shares their memory. */
export function hashAt(hashes: Uint8Array, at: number): Hash {
  const bytes = hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  if (bytes.length !== HASH_BYTES) throw new Error(`no hash at ${at}`);
  return bytes as Hash;
}
