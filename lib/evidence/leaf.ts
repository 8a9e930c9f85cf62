/**
 * lib/evidence: the bytes that the log commits to for an event, the commitments to its fields and subjects, and the
 * receipt that proves it offline. Examples of every leaf, byte by byte, are in leaf-examples.json.
 */

import { ByteReader } from '../kernel/byte-reader.ts';
import { equalBytes } from '../kernel/bytes.ts';
import { err, type Result } from '../kernel/result.ts';
import { hashOf } from '../ledger/hash.ts';
import { type BlockHeaderLeaf, readBlockHeaderLeaf } from './block-header-leaf.ts';
import { ID_BYTES, type LedgerEventId, parseLedgerEventId } from './event-id.ts';
import { type EventLeaf, readEventLeaf } from './event-leaf.ts';
import { type KeyLeaf, readKeyLeaf } from './key-leaf.ts';
import { LEAF_MAGIC, LEAF_TYPE, LEAF_VERSION, type LeafError, MAX_LEAF_BYTES } from './leaf-format.ts';
import { type ObservationsLeaf, readObservationsLeaf } from './observations-leaf.ts';
import { readStatementLeaf, type StatementLeaf } from './statement-leaf.ts';

/** An entry of the log. */
export type Leaf = EventLeaf | BlockHeaderLeaf | KeyLeaf | ObservationsLeaf | StatementLeaf;

/**
 * Reads a leaf; encoding the result gives the same bytes again.
 * Errors: `leaf/magic`, `leaf/version`, `leaf/unknown-type`, `leaf/length` (with the position), `leaf/unknown-flags`,
 * `leaf/time` (outside the years 1900 to 2999), `leaf/signature`, `leaf/key`.
 */
export function parseLeaf(bytes: Uint8Array): Result<Leaf, LeafError> {
  if (bytes.length > MAX_LEAF_BYTES) return err({ code: 'leaf/length', at: MAX_LEAF_BYTES });
  const reader = new ByteReader(bytes);
  if (!equalBytes(reader.bytes(LEAF_MAGIC.length), LEAF_MAGIC)) return err({ code: 'leaf/magic' });
  const version = reader.u8();
  if (version !== LEAF_VERSION) return err({ code: 'leaf/version', version });
  const type = reader.u8();
  switch (type) {
    case LEAF_TYPE.event:
      return readEventLeaf(reader);
    case LEAF_TYPE.blockHeader:
      return readBlockHeaderLeaf(reader);
    case LEAF_TYPE.key:
      return readKeyLeaf(reader);
    case LEAF_TYPE.observations:
      return readObservationsLeaf(reader);
    case LEAF_TYPE.statement:
      return readStatementLeaf(reader);
    default:
      return err({ code: 'leaf/unknown-type', type });
  }
}

/**
 * The 16 bytes under which the log's table keeps a leaf, given its bytes as the encoders write them: the id that events,
 * keys, observations and statements carry, and for block headers, which have none, the first 16 bytes of SHA-256 of the leaf.
 */
export function entryIdOf(leaf: Uint8Array): LedgerEventId {
  const reader = new ByteReader(leaf);
  reader.bytes(LEAF_MAGIC.length + 1);
  const isBlockHeader = reader.u8() === LEAF_TYPE.blockHeader;
  const id = parseLedgerEventId(isBlockHeader ? hashOf(leaf).slice(0, ID_BYTES) : reader.bytes(ID_BYTES));
  if (!id) throw new Error('a reader gave a wrong length');
  return id;
}
