import type { ByteReader } from '../kernel/byte-reader.ts';
import type { ByteWriter } from '../kernel/byte-writer.ts';
import { concatBytes } from '../kernel/bytes.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Hash } from '../ledger/hash.ts';
import { EVENT_SIGNATURE_LABEL, KEY_ID_BYTES } from './actor-key.ts';
import { ID_BYTES, type LedgerEventId } from './event-id.ts';
import {
  isZero,
  type LeafError,
  leafWriter,
  MAX_LEAF_BYTES,
  readHash,
  readId,
  readInstant,
} from './leaf-format.ts';

/** Bits of an event leaf's flags. */
export const EVENT_FLAG = {
  /** Corrects another event, or declares one wrong. */
  correction: 1,
  /** Recorded long after it happened, from somebody's own records. */
  imported: 2,
  /** Not reported: concluded by us from other events. */
  inferred: 4,
  /** The platform holds the actor's key, so the signature proves no more than the platform's word. */
  platformHeldKey: 8,
  /** Of a sandbox organisation, whose packs are not real. */
  sandbox: 16,
} as const;

const ALL_FLAGS = Object.values(EVENT_FLAG).reduce<number>((all, flag) => all | flag, 0);

/** The actor's signature; `undefined` in events from before its first key. 64 bytes of Ed25519. */
export type ActorSignature = Uint8Array | undefined;

/** What the actor of an event signs. It names no product, quantity or partner. */
export interface SignedEventFields {
  readonly eventId: LedgerEventId;
  /** The version of the payload's field groups. */
  readonly schema: number;
  /** Pseudonym of the organisation that reports, 16 bytes. */
  readonly actor: Uint8Array;
  /** 8 bytes, zero where the actor has no key. */
  readonly actorKeyId: Uint8Array;
  /** When the actor says it happened. */
  readonly eventTime: Instant;
  /** Bits of {@link EVENT_FLAG}. */
  readonly flags: number;
  readonly subjectsRoot: Hash;
  readonly payloadRoot: Hash;
  readonly corrects: LedgerEventId | undefined;
  /** Bytes for later, at most 163. Empty today. */
  readonly ext: Uint8Array;
}

/** What the public log says of one event. */
export interface EventFields extends SignedEventFields {
  readonly signature: ActorSignature;
  /** How it continues its objects' histories; added when recorded, outside the actor's signature. */
  readonly prevRoot: Hash;
}

export interface EventLeaf extends EventFields {
  readonly type: 'event';
}

const SIGNATURE_ALGORITHM = { none: 0, ed25519: 1 } as const;
const SIGNATURE_BYTES = 64;
/** sig_alg, actor_signature, prev_root. */
const BYTES_BEHIND_SIGNED = 1 + SIGNATURE_BYTES + 32;

/**
 * The bytes of an event's leaf: "DPL" 0x01 | type 1 | event_id 16 | schema u16 | actor 16 | actor_key_id 8 |
 * event_time_ms i64 | flags u16 | subjects_root 32 | payload_root 32 | corrects_event_id 16 or zero | ext_len u16 |
 * ext | sig_alg u8 (0 none, 1 Ed25519) | actor_signature 64 (zero where none) | prev_root 32.
 * Big-endian. Throws where a field has not its length, a flag is unknown, or the whole is over 399 bytes.
 */
export function encodeEventLeaf(fields: EventFields): Uint8Array {
  const { signature } = fields;
  const leaf = signedPart(fields)
    .u8(signature ? SIGNATURE_ALGORITHM.ed25519 : SIGNATURE_ALGORITHM.none)
    .bytes(signature ?? new Uint8Array(SIGNATURE_BYTES), SIGNATURE_BYTES)
    .bytes(fields.prevRoot)
    .done();
  if (leaf.length > MAX_LEAF_BYTES) throw new Error(`a leaf of ${leaf.length} bytes`);
  return leaf;
}

/** What the actor signs: "custody-event/v1\n" and the leaf's bytes up to `ext`, with all that is known before the event is recorded. */
export const eventSignedBytes = (fields: SignedEventFields): Uint8Array =>
  concatBytes(EVENT_SIGNATURE_LABEL, signedPart(fields).done());

/** The same, of the bytes of an event's leaf. */
export const signedBytesOf = (leaf: Uint8Array): Uint8Array =>
  concatBytes(EVENT_SIGNATURE_LABEL, leaf.subarray(0, leaf.length - BYTES_BEHIND_SIGNED));

const signedPart = (fields: SignedEventFields): ByteWriter => {
  if ((fields.flags & ~ALL_FLAGS) !== 0) throw new Error(`unknown flags: ${fields.flags}`);
  return leafWriter('event')
    .bytes(fields.eventId, ID_BYTES)
    .u16(fields.schema)
    .bytes(fields.actor, ID_BYTES)
    .bytes(fields.actorKeyId, KEY_ID_BYTES)
    .i64(BigInt(fields.eventTime))
    .u16(fields.flags)
    .bytes(fields.subjectsRoot)
    .bytes(fields.payloadRoot)
    .bytes(fields.corrects ?? new Uint8Array(ID_BYTES), ID_BYTES)
    .u16(fields.ext.length)
    .bytes(fields.ext);
};

/** Reads an event's leaf behind its type. The caller has checked that the bytes are long enough for a leaf. */
export function readEventLeaf(reader: ByteReader): Result<EventLeaf, LeafError> {
  const eventId = readId(reader);
  const schema = reader.u16();
  const actor = reader.bytes(ID_BYTES);
  const actorKeyId = reader.bytes(KEY_ID_BYTES);
  const eventTime = readInstant(reader);
  const flags = reader.u16();
  const subjectsRoot = readHash(reader);
  const payloadRoot = readHash(reader);
  const corrected = readId(reader);
  const ext = reader.bytes(reader.u16());
  const signature = readSignature(reader);
  const prevRoot = readHash(reader);

  if (!reader.finished) return err({ code: 'leaf/length', at: reader.position });
  if (eventTime === undefined) return err({ code: 'leaf/time' });
  if ((flags & ~ALL_FLAGS) !== 0) return err({ code: 'leaf/unknown-flags', flags });
  if (!signature.ok) return signature;
  const corrects = isZero(corrected) ? undefined : corrected;
  const roots = { subjectsRoot, payloadRoot, prevRoot };
  const who = { actor, actorKeyId, signature: signature.value };
  return ok({ type: 'event', eventId, schema, eventTime, flags, corrects, ext, ...roots, ...who });
}

/** An unsigned leaf has one spelling: the signature's place is zero. */
function readSignature(reader: ByteReader): Result<ActorSignature, LeafError> {
  const algorithm = reader.u8();
  const bytes = reader.bytes(SIGNATURE_BYTES);
  if (algorithm === SIGNATURE_ALGORITHM.ed25519) return ok(bytes);
  const unsigned = algorithm === SIGNATURE_ALGORITHM.none && isZero(bytes);
  return unsigned ? ok(undefined) : err({ code: 'leaf/signature' });
}
