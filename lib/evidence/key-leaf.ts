import type { ByteReader } from '../kernel/byte-reader.ts';
import type { ByteWriter } from '../kernel/byte-writer.ts';
import { concatBytes, equalBytes, utf8Of } from '../kernel/bytes.ts';
import { type Instant, instantOf } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { hashOf } from '../ledger/hash.ts';
import { actorKeyId, KEY_ID_BYTES, KEY_SIGNATURE_LABEL } from './actor-key.ts';
import { ID_BYTES, type LedgerEventId, parseLedgerEventId } from './event-id.ts';
import { isZero, type LeafError, leafWriter, readId, readInstant } from './leaf-format.ts';

/** What a leaf of the key registry does: a key begins, takes the place of another, or ends. */
export const KEY_ACTION = { add: 1, rotate: 2, revoke: 3 } as const;

/** Who has the private key: the organisation itself, or the platform in its stead. */
export const KEY_HOLDER = { own: 1, platform: 2 } as const;

/** What the public log says of an actor's key. */
export interface KeyFields {
  readonly action: keyof typeof KEY_ACTION;
  readonly holder: keyof typeof KEY_HOLDER;
  /** Pseudonym of the organisation whose key it is, 16 bytes. */
  readonly actor: Uint8Array;
  readonly time: Instant;
  /** The key that begins or ends, 32 bytes of Ed25519. */
  readonly publicKey: Uint8Array;
  /** The key whose place it takes, 8 bytes; of a rotation only. */
  readonly replaces: Uint8Array | undefined;
  /** Of a revocation: since when others may have had the key. */
  readonly compromisedSince: Instant | undefined;
  /** The key of the same actor that vouches for this, 8 bytes; `undefined`: the platform's administrator does, with nothing but the log. */
  readonly signer: Uint8Array | undefined;
}

export interface KeyLeaf extends KeyFields {
  readonly type: 'key';
  readonly id: LedgerEventId;
  /** By the key itself, which shows that who registers it has it; `undefined` in a revocation. 64 bytes of Ed25519. */
  readonly possession: Uint8Array | undefined;
  /** By `signer`; `undefined` where there is none. 64 bytes of Ed25519. */
  readonly authority: Uint8Array | undefined;
}

const SIGNATURE_BYTES = 64;
const PUBLIC_KEY_BYTES = 32;
const ID_LABEL = 'custody-key-id/v1\n';

/**
 * The id of the leaf that begins or ends a key: the first 16 bytes of SHA-256("custody-key-id/v1\n" || 0x01 for a revocation, else 0x00 ||
 * actor || key id). Who has an event's leaf can name the leaf of its key, and a key can begin and end but once.
 */
export function keyLeafId(ends: boolean, actor: Uint8Array, keyId: Uint8Array): LedgerEventId {
  const message = concatBytes(utf8Of(ID_LABEL), Uint8Array.of(ends ? 1 : 0), actor, keyId);
  const id = parseLedgerEventId(hashOf(message).slice(0, ID_BYTES));
  if (!id) throw new Error('16 bytes are an id');
  return id;
}

/** The id of the leaf of these fields. */
export const idOfKeyLeaf = ({ action, actor, publicKey }: KeyFields): LedgerEventId =>
  keyLeafId(action === 'revoke', actor, actorKeyId(publicKey));

/**
 * The bytes of a key's leaf: "DPL" 0x01 | type 3 | id 16 | action u8 | holder u8 | actor 16 | time_ms i64 | public_key 32 |
 * replaces_key_id 8 or zero | has_since u8 | since_ms i64 or zero | signer_key_id 8 or zero | possession 64 or zero | authority 64 or zero.
 * Big-endian. Both signatures are over "custody-key/v1\n" and the bytes up to them. Throws where a field has not its length.
 */
export const encodeKeyLeaf = (leaf: Omit<KeyLeaf, 'type' | 'id'>): Uint8Array =>
  signedFields(leaf)
    .bytes(leaf.possession ?? new Uint8Array(SIGNATURE_BYTES), SIGNATURE_BYTES)
    .bytes(leaf.authority ?? new Uint8Array(SIGNATURE_BYTES), SIGNATURE_BYTES)
    .done();

/** What the key itself and its signer sign. */
export const keySignedBytes = (fields: KeyFields): Uint8Array =>
  concatBytes(KEY_SIGNATURE_LABEL, signedFields(fields).done());

function signedFields(fields: KeyFields): ByteWriter {
  const { action, holder, actor, time, publicKey, replaces, compromisedSince, signer } = fields;
  return leafWriter('key')
    .bytes(idOfKeyLeaf(fields), ID_BYTES)
    .u8(KEY_ACTION[action])
    .u8(KEY_HOLDER[holder])
    .bytes(actor, ID_BYTES)
    .i64(BigInt(time))
    .bytes(publicKey, PUBLIC_KEY_BYTES)
    .bytes(replaces ?? new Uint8Array(KEY_ID_BYTES), KEY_ID_BYTES)
    .u8(compromisedSince === undefined ? 0 : 1)
    .i64(BigInt(compromisedSince ?? 0))
    .bytes(signer ?? new Uint8Array(KEY_ID_BYTES), KEY_ID_BYTES);
}

/** Reads a key's leaf behind its type. `leaf/key`: an action or a holder nobody knows, what the action has no place for, another id. */
export function readKeyLeaf(reader: ByteReader): Result<KeyLeaf, LeafError> {
  const id = readId(reader);
  const action = nameIn(KEY_ACTION, reader.u8());
  const holder = nameIn(KEY_HOLDER, reader.u8());
  const actor = reader.bytes(ID_BYTES);
  const time = readInstant(reader);
  const publicKey = reader.bytes(PUBLIC_KEY_BYTES);
  const replaces = unlessZero(reader.bytes(KEY_ID_BYTES));
  const since = readSince(reader);
  const signer = unlessZero(reader.bytes(KEY_ID_BYTES));
  const possession = unlessZero(reader.bytes(SIGNATURE_BYTES));
  const authority = unlessZero(reader.bytes(SIGNATURE_BYTES));

  if (!reader.finished) return err({ code: 'leaf/length', at: reader.position });
  if (time === undefined) return err({ code: 'leaf/time' });
  if (!action || !holder || !since) return err({ code: 'leaf/key' });
  const fields = { action, holder, actor, time, publicKey, replaces, signer, ...since };
  const leaf: KeyLeaf = { type: 'key', id, ...fields, possession, authority };
  return hasItsParts(leaf) && equalBytes(id, idOfKeyLeaf(leaf)) ? ok(leaf) : err({ code: 'leaf/key' });
}

/** What an action has no place for is absent, and what it needs is there. */
function hasItsParts({
  action,
  replaces,
  compromisedSince,
  signer,
  possession,
  authority,
}: KeyLeaf): boolean {
  const ends = action === 'revoke';
  return (
    (replaces !== undefined) === (action === 'rotate') &&
    (possession !== undefined) === !ends &&
    (authority !== undefined) === (signer !== undefined) &&
    (ends || compromisedSince === undefined)
  );
}

function readSince(reader: ByteReader): { readonly compromisedSince: Instant | undefined } | undefined {
  const isGiven = reader.u8();
  const ms = reader.i64();
  if (isGiven === 0) return ms === 0n ? { compromisedSince: undefined } : undefined;
  const instant = instantOf(Number(ms));
  return isGiven === 1 && instant.ok ? { compromisedSince: instant.value } : undefined;
}

const unlessZero = (bytes: Uint8Array): Uint8Array | undefined => (isZero(bytes) ? undefined : bytes);

function nameIn<T extends string>(numbers: Readonly<Record<T, number>>, number: number): T | undefined {
  return (Object.keys(numbers) as T[]).find((name) => numbers[name] === number);
}
