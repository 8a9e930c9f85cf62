import { sha256 as noble } from '@noble/hashes/sha2.js';

/** SHA-256 of `data`, 32 bytes (FIPS 180-4), in plain JavaScript: browsers, and the second opinion before signing. */
export function sha256(data: Uint8Array): Uint8Array {
  return noble(data);
}
