import type { ByteReader } from '../kernel/byte-reader.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Hash } from '../ledger/hash.ts';
import { ID_BYTES, type LedgerEventId } from './event-id.ts';
import { type LeafError, leafWriter, readHash, readId, readInstant } from './leaf-format.ts';

/** What the public log says of the observations (verifications and refused attempts) since the last such leaf. */
export interface ObservationsFields {
  readonly id: LedgerEventId;
  readonly time: Instant;
  readonly count: number;
  /** Over their salted commitments. */
  readonly root: Hash;
}

export interface ObservationsLeaf extends ObservationsFields {
  readonly type: 'observations';
}

/**
 * The bytes of an observations leaf: "DPL" 0x01 | type 5 | id 16 | time_ms i64 | count u32 | root 32. Big-endian.
 * Throws where a number does not fit.
 */
export const encodeObservationsLeaf = ({ id, time, count, root }: ObservationsFields): Uint8Array =>
  leafWriter('observations').bytes(id, ID_BYTES).i64(BigInt(time)).u32(count).bytes(root).done();

/** Reads an observations leaf behind its type. */
export function readObservationsLeaf(reader: ByteReader): Result<ObservationsLeaf, LeafError> {
  const id = readId(reader);
  const time = readInstant(reader);
  const count = reader.u32();
  const root = readHash(reader);

  if (!reader.finished) return err({ code: 'leaf/length', at: reader.position });
  if (time === undefined) return err({ code: 'leaf/time' });
  return ok({ type: 'observations', id, time, count, root });
}
