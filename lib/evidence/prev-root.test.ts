import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hexOf } from '../kernel/bytes.ts';
import { EMPTY_ROOT, hashOf } from '../ledger/hash.ts';
import { parseLedgerEventId } from './event-id.ts';
import { prevRoot } from './prev-root.ts';

const previous = parseLedgerEventId(new Uint8Array(16).fill(0xee));
const tagOf = (byte: number) => hashOf(Uint8Array.of(byte));
const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const counterOf = (value: bigint): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(value);
  return buffer;
};

test('one link is tag, previous event and counter', () => {
  const counter = 0x0102030405060708n;
  const want = sha256(Buffer.from([0]), tagOf(1), Buffer.alloc(16, 0xee), counterOf(counter));
  expect(hexOf(prevRoot([{ tag: tagOf(1), previous, counter }]))).toBe(want.toString('hex'));
});

test("an object's first event has zeros for the event before", () => {
  const want = sha256(Buffer.from([0]), tagOf(1), Buffer.alloc(16), counterOf(0n));
  expect(hexOf(prevRoot([{ tag: tagOf(1), previous: undefined, counter: 0n }]))).toBe(want.toString('hex'));
});

test('links are sorted by tag, so that their order does not matter', () => {
  const links = [1, 2, 3, 4, 5].map((byte) => ({ tag: tagOf(byte), previous, counter: BigInt(byte) }));
  expect(hexOf(prevRoot(links.toReversed()))).toBe(hexOf(prevRoot(links)));
  const changed = links.map((link, at) => (at === 2 ? { ...link, counter: 9n } : link));
  expect(hexOf(prevRoot(changed))).not.toBe(hexOf(prevRoot(links)));
});

test('an event that names no object has the root of the empty tree, and no object is linked twice', () => {
  expect(hexOf(prevRoot([]))).toBe(hexOf(EMPTY_ROOT));
  const link = { tag: tagOf(1), previous, counter: 1n };
  expect(() => prevRoot([link, { ...link, counter: 2n }])).toThrow();
});
