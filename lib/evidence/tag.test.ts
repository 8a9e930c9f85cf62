import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hexOf } from '../kernel/bytes.ts';
import { EMPTY_ROOT, type Hash } from '../ledger/hash.ts';
import { type NetworkKey, parseNetworkKey } from './event-id.ts';
import { subjectMembership, subjectsRoot, tagNonce, tagOf, verifySubject } from './tag.ts';

const BYTES = Buffer.alloc(32, 0x5a);
const KEY: NetworkKey = (() => {
  const key = parseNetworkKey(BYTES);
  if (!key) throw new Error('not a key');
  return key;
})();
const idOf = (serial: number): string => `https://id.gs1.org/01/09520000000004/21/${serial}`;

function subject(serial: number) {
  const id = idOf(serial);
  const nonce = tagNonce(KEY, 'sgtin', id);
  return { opening: { kind: 'sgtin' as const, id, nonce }, tag: tagOf('sgtin', id, nonce) };
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

test('a nonce and a tag are what their definitions say, by another HMAC and hash', () => {
  const { opening, tag } = subject(1);
  const nonce = createHmac('sha256', BYTES)
    .update(`sgtin\0${idOf(1)}`)
    .digest();
  expect(hexOf(opening.nonce)).toBe(nonce.toString('hex'));
  expect(hexOf(tag)).toBe(sha256('dpl-tag/v1\0', 'sgtin\0', `${idOf(1)}\0`, nonce));
});

test('the same identifier under another kind or key has another tag', () => {
  const nonce = tagNonce(KEY, 'grai', idOf(1));
  expect(hexOf(nonce)).not.toBe(hexOf(tagNonce(KEY, 'giai', idOf(1))));
  expect(hexOf(tagOf('grai', idOf(1), nonce))).not.toBe(hexOf(tagOf('giai', idOf(1), nonce)));
});

describe("the root over an event's subjects", () => {
  const tags = (count: number): readonly Hash[] => Array.from({ length: count }, (_, i) => subject(i).tag);

  test('does not depend on their order, nor on one being named twice', () => {
    const ordered = tags(7);
    const root = hexOf(subjectsRoot(ordered));
    expect(hexOf(subjectsRoot(ordered.toReversed()))).toBe(root);
    expect(hexOf(subjectsRoot([...ordered, ...ordered.slice(2, 5)]))).toBe(root);
    expect(hexOf(subjectsRoot(tags(6)))).not.toBe(root);
  });

  test('of one, two and none is RFC 6962 by hand', () => {
    const [a, b] = tags(2).map(hexOf).toSorted();
    const leaf = (hex = '') => Buffer.from(sha256(Buffer.from(`00${hex}`, 'hex')), 'hex');
    expect(hexOf(subjectsRoot(tags(2)))).toBe(sha256(Buffer.from([1]), leaf(a), leaf(b)));
    expect(hexOf(subjectsRoot(tags(1)))).toBe(leaf(hexOf(subject(0).tag)).toString('hex'));
    expect(hexOf(subjectsRoot([]))).toBe(hexOf(EMPTY_ROOT));
  });

  test('opens each subject alone', () => {
    for (const count of [1, 2, 3, 17]) {
      const all = tags(count);
      const root = subjectsRoot(all);
      for (let serial = 0; serial < count; serial++) {
        const { opening, tag } = subject(serial);
        const membership = subjectMembership(all, tag);
        if (!membership) throw new Error('not a member');
        expect(verifySubject(opening, membership, root).ok).toBe(true);
        const refused = { ok: false, error: { code: 'membership/not-in-the-root' } };
        expect(verifySubject({ ...opening, id: idOf(serial + 1) }, membership, root)).toEqual(refused);
        expect(verifySubject({ ...opening, kind: 'other' }, membership, root)).toEqual(refused);
        expect(verifySubject({ ...opening, nonce: tag }, membership, root)).toEqual(refused);
        expect(verifySubject(opening, membership, EMPTY_ROOT)).toEqual(refused);
        expect(verifySubject(opening, { ...membership, size: BigInt(count + 1) }, tag)).toEqual(refused);
      }
    }
  });

  test('opens nothing that is not in it', () => {
    expect(subjectMembership(tags(3), subject(3).tag)).toBeUndefined();
  });
});
