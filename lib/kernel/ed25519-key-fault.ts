import { ed25519 } from '@noble/curves/ed25519.js';
import { isPlainEncoding } from './ed25519-point.ts';

/** Why 32 bytes are not admitted as somebody's Ed25519 public key. */
export type Ed25519KeyFault = 'key/length' | 'key/odd-encoding' | 'key/not-a-point' | 'key/torsion';

/**
 * Judges a public key before anything signed with it may count; `undefined` where it is in order. `key/odd-encoding`: of small order, or
 * not the shortest spelling of its point (RFC 8032 section 5.1.3). `key/torsion`: outside the subgroup of prime order, where verifiers
 * with and without the cofactor disagree. Takes about a millisecond.
 */
export function ed25519KeyFault(publicKey: Uint8Array): Ed25519KeyFault | undefined {
  if (publicKey.length !== 32) return 'key/length';
  if (!isPlainEncoding(publicKey)) return 'key/odd-encoding';
  try {
    return ed25519.Point.fromBytes(publicKey).isTorsionFree() ? undefined : 'key/torsion';
  } catch {
    return 'key/not-a-point';
  }
}
