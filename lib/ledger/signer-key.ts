import { ed25519PublicKey } from '#ed25519';
import { base64Of, parseBase64 } from '../kernel/base64.ts';
import { concatBytes, hexOf } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { NoteSigner } from './signed-note.ts';
import { isKeyName, KEY_TYPE, type Vkey, vkeyOf } from './vkey.ts';

export type SignerKeyError =
  | { readonly code: 'signer-key/format' }
  | { readonly code: 'signer-key/name' }
  | { readonly code: 'signer-key/type' }
  | { readonly code: 'signer-key/key-length' }
  | { readonly code: 'signer-key/key-id' };

const PREFIX = 'PRIVATE+KEY+';
const SEED_BYTES = 32;

/** The verifier key that belongs to a signer. */
export const signerVkey = ({ name, seed }: NoteSigner): Vkey => vkeyOf(name, ed25519PublicKey(seed));

/** `PRIVATE+KEY+<name>+<key id in hex>+<base64 of type and seed>`, as Go's sumdb/note writes an Ed25519 signer. */
export const formatSignerKey = (signer: NoteSigner): string =>
  `${PREFIX}${signer.name}+${hexOf(signerVkey(signer).keyId)}+${base64Of(concatBytes(Uint8Array.of(KEY_TYPE.ed25519), signer.seed))}`;

/**
 * Reads what {@link formatSignerKey} writes and nothing else.
 * Errors: `signer-key/format`, `signer-key/name`, `signer-key/type` (not Ed25519), `signer-key/key-length`,
 * `signer-key/key-id`. None of them repeats any of the key.
 */
export function parseSignerKey(text: string): Result<NoteSigner, SignerKeyError> {
  const match = /^PRIVATE\+KEY\+([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  if (!match) return err({ code: 'signer-key/format' });
  const [, name = '', keyIdHex, keyText = ''] = match;
  if (!isKeyName(name)) return err({ code: 'signer-key/name' });
  const bytes = parseBase64(keyText);
  if (!bytes) return err({ code: 'signer-key/format' });
  if (bytes[0] !== KEY_TYPE.ed25519) return err({ code: 'signer-key/type' });
  const signer = { name, seed: bytes.slice(1) };
  if (signer.seed.length !== SEED_BYTES) return err({ code: 'signer-key/key-length' });
  return hexOf(signerVkey(signer).keyId) === keyIdHex ? ok(signer) : err({ code: 'signer-key/key-id' });
}
