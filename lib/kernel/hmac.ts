import { sha256 } from '#sha256';

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/** HMAC-SHA256 (RFC 2104), 32 bytes. Here and not in `#sha256` because it is the same on every platform. */
export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array {
  const short = key.length > BLOCK_BYTES ? sha256(key) : key;
  const inner = padded(short, INNER_PAD, data.length);
  inner.set(data, BLOCK_BYTES);
  const outer = padded(short, OUTER_PAD, HASH_BYTES);
  outer.set(sha256(inner), BLOCK_BYTES);
  return sha256(outer);
}

/** The key's block under a pad, with room behind it. Tags are made by the million: one allocation and one plain loop. */
function padded(key: Uint8Array, pad: number, room: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_BYTES + room);
  for (let i = 0; i < BLOCK_BYTES; i++) bytes[i] = (key[i] ?? 0) ^ pad;
  return bytes;
}
