import { concatBytes, utf8Of } from '../kernel/bytes.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { type Hash, hashOf } from '../ledger/hash.ts';

const SALT_BYTES = 32;
const MAX_NAME_BYTES = 255;

/** What opens one commitment, and no other. */
export interface Opening {
  /** 1 to 255 bytes of UTF-8. */
  readonly name: string;
  /** JSON without lone surrogates (RFC 8785). */
  readonly value: Json;
  /** 32 random bytes, used once. When value and salt are erased, the commitment tells nothing. */
  readonly salt: Uint8Array;
}

/**
 * SHA-256(domain || 0x00 || salt || u8 length of name || name || JCS(value)): binds to name and value, and hides both
 * from whoever has not the salt. Throws on what {@link isOpening} refuses.
 */
export function commit(domain: string, { name, value, salt }: Opening): Hash {
  const nameBytes = utf8Of(name);
  if (salt.length !== SALT_BYTES) throw new Error('a salt has 32 bytes');
  if (nameBytes.length === 0 || nameBytes.length > MAX_NAME_BYTES)
    throw new Error('a name has 1 to 255 bytes');
  const lengthByte = Uint8Array.of(nameBytes.length);
  return hashOf(
    concatBytes(utf8Of(`${domain}\0`), salt, lengthByte, nameBytes, utf8Of(canonicalJson(value))),
  );
}

/** True where salt, name and value could have been committed to: for openings that come from outside. */
export function isOpening({ name, value, salt }: Opening): boolean {
  const nameBytes = utf8Of(name).length;
  if (salt.length !== SALT_BYTES || nameBytes === 0 || nameBytes > MAX_NAME_BYTES) return false;
  try {
    canonicalJson(value);
    return name.isWellFormed();
  } catch {
    return false;
  }
}
