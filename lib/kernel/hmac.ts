import { sha256 } from '#sha256';
import { concatBytes } from './bytes.ts';

const BLOCK_BYTES = 64;

/** HMAC-SHA256 (RFC 2104), 32 bytes. Here and not in `#sha256` because it is the same on every platform. */
export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(key.length > BLOCK_BYTES ? sha256(key) : key);
  const inner = block.map((byte) => byte ^ 0x36);
  const outer = block.map((byte) => byte ^ 0x5c);
  return sha256(concatBytes(outer, sha256(concatBytes(inner, data))));
}
