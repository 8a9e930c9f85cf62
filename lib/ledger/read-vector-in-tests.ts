import { readFileSync } from 'node:fs';
import { parseBase64 } from '../kernel/base64.ts';
import { vectorPath } from '../kernel/vectors-in-tests.ts';
import { type Hash, parseHash } from './hash.ts';

/** A file of the transparency-log vectors. Whole numbers beyond 2^53, which JSON.parse would round, become strings. */
export function readVector<T>(path: string): T {
  const text = readFileSync(vectorPath(`tlog/${path}`), 'utf8');
  return JSON.parse(text.replaceAll(/(?<=: )\d{16,}(?=,?$)/gm, '"$&"')) as T;
}

/** Bytes of a vector as they are, good or bad. */
export function bytesOf(base64: string): Uint8Array {
  const bytes = parseBase64(base64);
  if (!bytes) throw new Error(`a vector's base64 is malformed: ${base64}`);
  return bytes;
}

/** A hash of a vector, where the vector means it to be one. */
export function hashFrom(bytes: Uint8Array): Hash {
  const hash = parseHash(bytes);
  if (!hash) throw new Error(`${bytes.length} bytes are no hash`);
  return hash;
}
