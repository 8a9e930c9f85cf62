import { describe, expect, test } from 'vitest';
import { hexOf, parseHex, utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { EMPTY_ROOT, type Hash, hashAt, leafHash, nodeHash, parseHash } from './hash.ts';
import { readVector } from './read-vector-in-tests.ts';

test('a hash has 32 bytes, no more and no less', () => {
  expect(parseHash(new Uint8Array(32))).toBeDefined();
  expect(parseHash(new Uint8Array(31))).toBeUndefined();
  expect(parseHash(new Uint8Array(33))).toBeUndefined();
  expect(parseHash(new Uint8Array(0))).toBeUndefined();
});

test('a hash is not read past the end of a tile', () => {
  expect(() => hashAt(new Uint8Array(64), 2)).toThrow();
  expect(() => hashAt(new Uint8Array(63), 1)).toThrow();
});

test('a short entry hashed after a long one leaves nothing of the long one behind', () => {
  const before = hexOf(leafHash(utf8Of('a')));
  leafHash(new Uint8Array(1023).fill(0xff));
  leafHash(new Uint8Array(60_000).fill(0xff));
  expect(hexOf(leafHash(utf8Of('a')))).toBe(before);
});

describe.skipIf(!haveVectors)(`the hasher values of the CT tests${vectorsNote}`, () => {
  const { cases } = haveVectors
    ? readVector<{ cases: { desc: string; want: string }[] }>('rfc6962-merkle/hasher.json')
    : { cases: [] };
  // The inputs are told in the file's note. The node's are four bytes long, which no real node's are.
  const inputs: Record<string, () => Uint8Array> = {
    'RFC6962 Empty': () => EMPTY_ROOT,
    'RFC6962 Empty Leaf': () => leafHash(new Uint8Array(0)),
    'RFC6962 Leaf': () => leafHash(utf8Of('L123456')),
    'RFC6962 Node': () => nodeHash(utf8Of('N123') as Hash, utf8Of('N456') as Hash),
  };
  test.each(cases)('$desc', ({ desc, want }) => {
    expect(hexOf(inputs[desc]?.() ?? new Uint8Array(0))).toBe(want);
  });
});

describe.skipIf(!haveVectors)(`the reference tree of eight leaves${vectorsNote}`, () => {
  test('has the leaf hashes and nodes that the CT tests give', () => {
    const tree = readVector<{ leafInputsHex: string[]; nodeHashesHexByLevel: string[][] }>(
      'rfc6962-merkle/reference-tree.json',
    );
    let layer = tree.leafInputsHex.map((hex) => leafHash(parseHex(hex) ?? new Uint8Array(0)));
    expect(tree.nodeHashesHexByLevel).toHaveLength(4);
    for (const want of tree.nodeHashesHexByLevel) {
      expect(layer.map(hexOf)).toEqual(want);
      layer = layer.flatMap((left, at) => {
        const right = layer[at + 1];
        return at % 2 === 0 && right ? [nodeHash(left, right)] : [];
      });
    }
  });
});
