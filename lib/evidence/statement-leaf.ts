import type { ByteReader } from '../kernel/byte-reader.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Hash } from '../ledger/hash.ts';
import { ID_BYTES, type LedgerEventId } from './event-id.ts';
import { type LeafError, leafWriter, readHash, readId, readInstant } from './leaf-format.ts';

/** What a statement is about. A number keeps its meaning for ever; readers pass over those that they do not know. */
export const STATEMENT_KIND = { grantGiven: 1, grantRevoked: 2, grantUsed: 3, fieldsErased: 4 } as const;

/** What the public log says of something that is no event of goods and must be provable all the same. */
export interface StatementFields {
  readonly id: LedgerEventId;
  /** One of {@link STATEMENT_KIND}, or a later one; 0 to 255. */
  readonly kind: number;
  /** The pseudonym of the organisation that states it, 16 bytes. */
  readonly actor: Uint8Array;
  readonly time: Instant;
  /** Over the salted commitments to what is stated, as with events. */
  readonly payloadRoot: Hash;
}

export interface StatementLeaf extends StatementFields {
  readonly type: 'statement';
}

/**
 * The bytes of a statement leaf: "DPL" 0x01 | type 6 | id 16 | kind u8 | actor 16 | time_ms i64 | payload_root 32. Big-endian.
 * Throws where a number or a length does not fit.
 */
export const encodeStatementLeaf = ({ id, kind, actor, time, payloadRoot }: StatementFields): Uint8Array =>
  leafWriter('statement')
    .bytes(id, ID_BYTES)
    .u8(kind)
    .bytes(actor, ID_BYTES)
    .i64(BigInt(time))
    .bytes(payloadRoot)
    .done();

/** Reads a statement leaf behind its type. */
export function readStatementLeaf(reader: ByteReader): Result<StatementLeaf, LeafError> {
  const id = readId(reader);
  const kind = reader.u8();
  const actor = reader.bytes(ID_BYTES);
  const time = readInstant(reader);
  const payloadRoot = readHash(reader);

  if (!reader.finished) return err({ code: 'leaf/length', at: reader.position });
  if (time === undefined) return err({ code: 'leaf/time' });
  return ok({ type: 'statement', id, kind, actor, time, payloadRoot });
}
