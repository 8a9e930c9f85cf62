import { hmacBlocks } from '../kernel/hmac.ts';
import { HASH_BYTES, type Hash, hashOf } from '../ledger/hash.ts';
import type { NetworkKey } from './event-id.ts';
import { type SubjectKind, TAG_DOMAIN, tagNonce, tagOf } from './tag.ts';

/** Bytes of an identifier that are written in place; longer ones take the long way. */
const ROOM = 256;

/**
 * Makes tags of subjects under one key, as {@link tagOf} and {@link tagNonce} define them. A batch has them by the million: the key's
 * blocks are made once, and all is written into the same memory.
 */
export function subjectTagger(networkKey: NetworkKey): (kind: SubjectKind, id: string) => Hash {
  const blocks = hmacBlocks(networkKey);
  const blockBytes = blocks.inner.length;
  const inner = new Uint8Array(blockBytes + ROOM);
  inner.set(blocks.inner);
  const outer = new Uint8Array(blockBytes + HASH_BYTES);
  outer.set(blocks.outer);
  const encoder = new TextEncoder();
  const domain = encoder.encode(TAG_DOMAIN);
  const opened = new Uint8Array(domain.length + ROOM + 1 + HASH_BYTES);
  opened.set(domain);
  const name = inner.subarray(blockBytes);

  return (kind, id) => {
    const text = `${kind}\0${id}`;
    const { read, written } = encoder.encodeInto(text, name);
    if (read !== text.length) return tagOf(kind, id, tagNonce(networkKey, kind, id));
    outer.set(hashOf(inner.subarray(0, blockBytes + written)), blockBytes);
    const nonce = hashOf(outer);
    const end = domain.length + written;
    opened.set(name.subarray(0, written), domain.length);
    opened[end] = 0;
    opened.set(nonce, end + 1);
    return hashOf(opened.subarray(0, end + 1 + HASH_BYTES));
  };
}
