import { hash } from 'node:crypto';

/** SHA-256 of `data`, 32 bytes (FIPS 180-4). One-shot: about twice the speed of a hash object. */
export function sha256(data: Uint8Array): Uint8Array {
  return hash('sha256', data, 'buffer');
}
