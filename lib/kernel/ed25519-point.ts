import { hexOf } from './bytes.ts';

/** The y coordinates of the points whose order divides 8, as they are encoded, the sign's bit cleared. */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/**
 * True where 32 bytes are neither a point of small order nor written longer than need be (RFC 8032 section 5.1.3: y is below
 * 2^255 − 19). Ed25519 verifiers disagree about such keys and such R, one release of a library even with the next: whoever asks this
 * first gets the same answer from all of them. It does not say that the bytes are a point at all.
 */
export function isPlainEncoding(bytes: Uint8Array): boolean {
  const y = Uint8Array.from(bytes);
  y[31] = (y[31] ?? 0) & 0x7f;
  const isShortest = (y[0] ?? 0) < 0xed || y[31] !== 0x7f || y.subarray(1, 31).some((byte) => byte !== 0xff);
  return isShortest && !SMALL_ORDER.has(hexOf(y));
}
