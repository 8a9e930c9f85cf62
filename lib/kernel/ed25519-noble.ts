import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes } from './bytes.ts';
import { isPlainEncoding } from './ed25519-point.ts';

/** The 32-byte public key of a 32-byte seed (RFC 8032). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

/** A 64-byte Ed25519 signature; deterministic (RFC 8032). */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

/** What signs with a 32-byte seed. Each call gives 64 bytes. */
export const ed25519Signer =
  (seed: Uint8Array) =>
  (message: Uint8Array): Uint8Array =>
    ed25519Sign(seed, message);

const { Point } = ed25519;

/**
 * Cofactorless verification, as Go and OpenSSL do it: S is below the order, and the encoding of S·B − k·A is R, byte for byte; keys and
 * R as {@link isPlainEncoding} demands. Written out, because the library's own rule lets signatures pass that differ by a point of small
 * order. A malformed key or signature is `false`.
 */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (s >= Point.Fn.ORDER || !isPlainEncoding(publicKey) || !isPlainEncoding(r)) return false;
  try {
    const a = Point.fromBytes(publicKey);
    const k = Point.Fn.create(littleEndian(sha512(concatBytes(r, publicKey, message))));
    return equalBytes(times(Point.BASE, s).subtract(times(a, k)).toBytes(), r);
  } catch {
    return false;
  }
}

/** As {@link ed25519Verify}; on this thread, for there is no other here. */
export const ed25519VerifyApart = async (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> => ed25519Verify(publicKey, message, signature);

const times = (point: typeof Point.BASE, scalar: bigint) =>
  scalar === 0n ? Point.ZERO : point.multiplyUnsafe(scalar);

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
