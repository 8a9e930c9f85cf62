import { sha256 } from '#sha256';

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/** HMAC-SHA256 (RFC 2104), 32 bytes. Here and not in `#sha256` because it is the same on every platform. */
export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array {
  const blocks = hmacBlocks(key);
  const inner = new Uint8Array(BLOCK_BYTES + data.length);
  inner.set(blocks.inner);
  inner.set(data, BLOCK_BYTES);
  const outer = new Uint8Array(BLOCK_BYTES + HASH_BYTES);
  outer.set(blocks.outer);
  outer.set(sha256(inner), BLOCK_BYTES);
  return sha256(outer);
}

/** What stands before the data, and before the hash of both, under a key (RFC 2104: K XOR ipad, K XOR opad): 64 bytes each. */
export function hmacBlocks(key: Uint8Array): { readonly inner: Uint8Array; readonly outer: Uint8Array } {
  const inner = new Uint8Array(BLOCK_BYTES).fill(0x36);
  const outer = new Uint8Array(BLOCK_BYTES).fill(0x5c);
  const short = key.length > BLOCK_BYTES ? sha256(key) : key;
  for (const [at, byte] of short.entries()) {
    inner[at] = 0x36 ^ byte;
    outer[at] = 0x5c ^ byte;
  }
  return { inner, outer };
}
