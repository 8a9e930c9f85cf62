import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { env } from '../env.ts';
import { hexOf, parseHex } from '../kernel/bytes.ts';
import { keptSecret } from './kept-secret.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals the private key that belongs to `publicKey`, so that the database alone can sign nothing: nonce, AES-256-GCM, tag. */
export function sealSeed(seed: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealKey(), nonce).setAAD(publicKey);
  return Buffer.concat([nonce, cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
}

/** The private key that was sealed for `publicKey`. Throws one sentence where the seal is another's. */
export function openSeed(sealed: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, sealKey(), nonce, { authTagLength: TAG_BYTES }).setAAD(publicKey);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    throw new Error(
      'VIALOG_SEAL_KEY, or the key file seal-key in the data folder, is not what the keys in this database were sealed with: put the old one back.',
    );
  }
}

let known: Uint8Array | undefined;

function sealKey(): Uint8Array {
  known ??= readKey(env().sealKey ?? keptSecret('seal-key', () => hexOf(randomBytes(32))));
  return known;
}

function readKey(text: string): Uint8Array {
  const key = parseHex(text.toLowerCase());
  if (key?.length !== 32) throw new Error('VIALOG_SEAL_KEY must be 64 hexadecimal digits.');
  return key;
}
