import type { ByteReader } from '../kernel/byte-reader.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Hash } from '../ledger/hash.ts';
import { type LeafError, leafWriter, readHash, readInstant } from './leaf-format.ts';

/**
 * What opens each batch of entries and chains it to the one before. It stands at index `prevSize`, where an auditor
 * compares `prevRoot` with the root computed so far: the chain is an extra check on the tree, never in its place.
 */
export interface BlockHeaderFields {
  readonly blockNo: bigint;
  /** The leaf hash of the block header before; zero in the first. */
  readonly prevBlockLeafHash: Hash;
  readonly prevSize: bigint;
  readonly prevRoot: Hash;
  readonly time: Instant;
  /** Entries of the block behind this one. */
  readonly count: number;
  readonly epoch: bigint;
  /** The largest size that a quorum of witnesses has cosigned. */
  readonly witnessedSize: bigint;
  /** SHA-256 of the last published checkpoint with all its signatures; zero while there is none. */
  readonly checkpointSha256: Hash;
  /** Kept for a verifiable map; zero. */
  readonly mapRoot: Hash;
}

export interface BlockHeaderLeaf extends BlockHeaderFields {
  readonly type: 'block-header';
}

/**
 * The bytes of a block header: "DPL" 0x01 | type 2 | block_no u64 | prev_block_leaf_hash 32 | prev_size u64 |
 * prev_root 32 | time_ms i64 | count u32 | epoch u64 | witnessed_size u64 | checkpoint_sha256 32 | map_root 32.
 * Big-endian. Throws where a number does not fit.
 */
export const encodeBlockHeaderLeaf = (fields: BlockHeaderFields): Uint8Array =>
  leafWriter('blockHeader')
    .u64(fields.blockNo)
    .bytes(fields.prevBlockLeafHash)
    .u64(fields.prevSize)
    .bytes(fields.prevRoot)
    .i64(BigInt(fields.time))
    .u32(fields.count)
    .u64(fields.epoch)
    .u64(fields.witnessedSize)
    .bytes(fields.checkpointSha256)
    .bytes(fields.mapRoot)
    .done();

/** Reads a block header behind its type. */
export function readBlockHeaderLeaf(reader: ByteReader): Result<BlockHeaderLeaf, LeafError> {
  const blockNo = reader.u64();
  const prevBlockLeafHash = readHash(reader);
  const prevSize = reader.u64();
  const prevRoot = readHash(reader);
  const time = readInstant(reader);
  const count = reader.u32();
  const epoch = reader.u64();
  const witnessedSize = reader.u64();
  const checkpointSha256 = readHash(reader);
  const mapRoot = readHash(reader);

  if (!reader.finished) return err({ code: 'leaf/length', at: reader.position });
  if (time === undefined) return err({ code: 'leaf/time' });
  const before = { prevBlockLeafHash, prevSize, prevRoot, witnessedSize, checkpointSha256 };
  return ok({ type: 'block-header', blockNo, time, count, epoch, mapRoot, ...before });
}
