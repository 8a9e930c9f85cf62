import { sha256 } from '#sha256';
import { base64Of, parseBase64 } from '../kernel/base64.ts';
import { concatBytes, equalBytes, hexOf, utf8Of } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** C2SP signed-note signature types: Ed25519 over the note's text, and tlog-cosignature's timestamped Ed25519. */
export const KEY_TYPE = { ed25519: 0x01, cosignature: 0x04 } as const;

export type KeyType = (typeof KEY_TYPE)[keyof typeof KEY_TYPE];

/** A verifier key of signed notes: whose it is, and the Ed25519 public key (32 bytes). */
export interface Vkey {
  readonly name: string;
  /** 4 bytes that tell keys of one name apart. */
  readonly keyId: Uint8Array;
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
}

export type VkeyError =
  | { readonly code: 'vkey/format' }
  | { readonly code: 'vkey/name' }
  | { readonly code: 'vkey/type' }
  | { readonly code: 'vkey/key-length' }
  | { readonly code: 'vkey/key-id' };

const PUBLIC_KEY_BYTES = 32;

/** C2SP signed-note: a key name is not empty and has neither a plus sign nor a Unicode space. */
export const isKeyName = (name: string): boolean =>
  name.isWellFormed() && name !== '' && !/[\p{White_Space}+]/u.test(name);

/** The verifier key of an Ed25519 public key under a name. A bad name or length throws. */
export function vkeyOf(name: string, publicKey: Uint8Array, type: KeyType = KEY_TYPE.ed25519): Vkey {
  if (!isKeyName(name)) throw new Error(`not a key name: ${JSON.stringify(name)}`);
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new Error('an Ed25519 public key has 32 bytes');
  return { name, keyId: keyIdOf(name, type, publicKey), type, publicKey };
}

/** C2SP signed-note: the first 4 bytes of SHA-256(name || 0x0A || type || public key). */
const keyIdOf = (name: string, type: KeyType, publicKey: Uint8Array): Uint8Array =>
  sha256(concatBytes(utf8Of(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 4);

/** `<name>+<key id in hex>+<base64 of type and public key>` (C2SP signed-note). */
export const formatVkey = ({ name, keyId, type, publicKey }: Vkey): string =>
  `${name}+${hexOf(keyId)}+${base64Of(concatBytes(Uint8Array.of(type), publicKey))}`;

/**
 * Reads what {@link formatVkey} writes and nothing else.
 * Errors: `vkey/format`, `vkey/name`, `vkey/type` (one we do not verify), `vkey/key-length`, `vkey/key-id`.
 */
export function parseVkey(text: string): Result<Vkey, VkeyError> {
  const match = /^([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  if (!match) return err({ code: 'vkey/format' });
  const [, name = '', keyIdHex, keyText = ''] = match;
  if (!isKeyName(name)) return err({ code: 'vkey/name' });
  const bytes = parseBase64(keyText);
  if (!bytes) return err({ code: 'vkey/format' });

  const type = Object.values(KEY_TYPE).find((known) => known === bytes[0]);
  if (type === undefined) return err({ code: 'vkey/type' });
  const publicKey = bytes.slice(1);
  if (publicKey.length !== PUBLIC_KEY_BYTES) return err({ code: 'vkey/key-length' });
  const vkey = vkeyOf(name, publicKey, type);
  return hexOf(vkey.keyId) === keyIdHex ? ok(vkey) : err({ code: 'vkey/key-id' });
}

/** True where name and key id are the same: a note cannot tell such keys apart. */
export const sameKeyName = (a: Pick<Vkey, 'name' | 'keyId'>, b: Pick<Vkey, 'name' | 'keyId'>): boolean =>
  a.name === b.name && equalBytes(a.keyId, b.keyId);
