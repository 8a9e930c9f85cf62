import { createHash, randomBytes } from 'node:crypto';

/** A key as its holder keeps it: `vlg_<id>_<secret>`, 64 and 256 random bits in hexadecimal. */
export interface ApiKeyText {
  /** Not secret: names the key in lists and in logs. */
  readonly id: string;
  readonly text: string;
}

const SHAPE = /^vlg_([0-9a-f]{16})_[0-9a-f]{64}$/;

/** A new key. Its text is shown once and never kept. */
export function makeApiKey(): ApiKeyText {
  const id = randomBytes(8).toString('hex');
  return { id, text: `vlg_${id}_${randomBytes(32).toString('hex')}` };
}

/** Reads a key that somebody presents; `undefined` for what cannot be one. */
export function parseApiKey(text: string): ApiKeyText | undefined {
  const id = SHAPE.exec(text)?.[1];
  return id === undefined ? undefined : { id, text };
}

/**
 * What is kept of a key, and looked up. Without salt or stretching, for 256 random bits cannot be guessed; and looking up by the hash
 * takes the same time however much of a wrong key is right.
 */
export const apiKeyHash = ({ text }: ApiKeyText): Uint8Array => createHash('sha256').update(text).digest();
