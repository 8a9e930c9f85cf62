import type { ByteReader } from '../kernel/byte-reader.ts';
import { ByteWriter } from '../kernel/byte-writer.ts';
import { type Instant, instantOf } from '../kernel/instant.ts';
import { type Hash, parseHash } from '../ledger/hash.ts';
import { ID_BYTES, type LedgerEventId, parseLedgerEventId } from './event-id.ts';

/** Every leaf begins with "DPL" and the number of its layout. Another layout takes another number. */
export const LEAF_MAGIC = Uint8Array.of(0x44, 0x50, 0x4c);
export const LEAF_VERSION = 0x01;

/** No leaf is longer, whatever it carries. */
export const MAX_LEAF_BYTES = 399;

/** The byte after the version that tells what a leaf is. 4 is kept for policies. */
export const LEAF_TYPE = { event: 1, blockHeader: 2, key: 3, observations: 5, statement: 6 } as const;

/** Why bytes are no leaf of ours. `at` is the position of the fault in bytes. */
export type LeafError =
  | { readonly code: 'leaf/magic' }
  | { readonly code: 'leaf/version'; readonly version: number }
  | { readonly code: 'leaf/unknown-type'; readonly type: number }
  | { readonly code: 'leaf/length'; readonly at: number }
  | { readonly code: 'leaf/unknown-flags'; readonly flags: number }
  | { readonly code: 'leaf/time' }
  | { readonly code: 'leaf/signature' }
  | { readonly code: 'leaf/key' };

/** A writer that has already written what every leaf begins with. */
export const leafWriter = (type: keyof typeof LEAF_TYPE): ByteWriter =>
  new ByteWriter().bytes(LEAF_MAGIC).u8(LEAF_VERSION).u8(LEAF_TYPE[type]);

/** Reads 32 bytes; zeros past the end, which the caller finds out at the end. */
export function readHash(reader: ByteReader): Hash {
  const hash = parseHash(reader.bytes(32));
  if (!hash) throw new Error('a reader gave a wrong length');
  return hash;
}

/** Reads a 16-byte id, likewise. */
export function readId(reader: ByteReader): LedgerEventId {
  const id = parseLedgerEventId(reader.bytes(ID_BYTES));
  if (!id) throw new Error('a reader gave a wrong length');
  return id;
}

/** Reads a time in milliseconds since 1970 (i64); `undefined` outside the years 1900 to 2999. */
export function readInstant(reader: ByteReader): Instant | undefined {
  const instant = instantOf(Number(reader.i64()));
  return instant.ok ? instant.value : undefined;
}

/** True for bytes that are all zero: how a leaf writes "none". */
export const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);
