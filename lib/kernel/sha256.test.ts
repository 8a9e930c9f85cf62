import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexOf, utf8Of } from './bytes.ts';
import { sha256 as noble } from './sha256-noble.ts';
import { sha256 as node } from './sha256-node.ts';

// FIPS 180-4 and its examples: the empty message, one block, two blocks, many blocks.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('both implementations give the published digest (%#)', (message, want) => {
  expect(hexOf(node(utf8Of(message)))).toBe(want);
  expect(hexOf(noble(utf8Of(message)))).toBe(want);
});

test('both implementations agree on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hexOf(node(bytes))).toBe(hexOf(noble(bytes)));
    }),
  );
});
