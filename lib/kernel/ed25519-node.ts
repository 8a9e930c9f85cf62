import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as nodeSign,
  verify as nodeVerify,
} from 'node:crypto';
import { isPlainEncoding } from './ed25519-point.ts';

/** RFC 8410: the fixed DER prefixes of a raw 32-byte Ed25519 key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const privateKey = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** The 32-byte public key of a 32-byte seed (RFC 8032). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return Uint8Array.from(der.subarray(SPKI.length));
}

/** A 64-byte Ed25519 signature; deterministic (RFC 8032). */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return Uint8Array.from(nodeSign(null, message, privateKey(seed)));
}

/** What signs with a 32-byte seed, its key made once: for who signs often. Each call gives 64 bytes. */
export function ed25519Signer(seed: Uint8Array): (message: Uint8Array) => Uint8Array {
  const key = privateKey(seed);
  return (message) => Uint8Array.from(nodeSign(null, message, key));
}

/**
 * Cofactorless verification, as Go and OpenSSL do it; keys and R as {@link isPlainEncoding} demands. A malformed key or signature is
 * `false`.
 */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = keyToTry(publicKey, signature);
  return key !== undefined && nodeVerify(null, message, key, signature);
}

/** As {@link ed25519Verify}, on another thread: many at once take as many cores as there are. */
export function ed25519VerifyApart(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = keyToTry(publicKey, signature);
  if (!key) return Promise.resolve(false);
  return new Promise((resolve) => {
    nodeVerify(null, message, key, signature, (error, holds) => resolve(!error && holds));
  });
}

/** `undefined` where the rule refuses before there is anything to compute. */
function keyToTry(publicKey: Uint8Array, signature: Uint8Array): KeyObject | undefined {
  if (publicKey.length !== 32 || signature.length !== 64) return undefined;
  if (!isPlainEncoding(publicKey) || !isPlainEncoding(signature.subarray(0, 32))) return undefined;
  return publicKeyObject(publicKey);
}

/** A log has few keys and many signatures: making a key anew for each costs a tenth of verifying. */
const known = new Map<string, KeyObject>();
const MOST_KNOWN = 1_024;

function publicKeyObject(publicKey: Uint8Array): KeyObject | undefined {
  const name = Buffer.from(publicKey).toString('latin1');
  const before = known.get(name);
  if (before) return before;
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, key);
    return key;
  } catch {
    return undefined;
  }
}
