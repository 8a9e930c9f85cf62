import { describe, expect, test } from 'vitest';
import { base64Of } from '../kernel/base64.ts';
import { hexOf, parseHex, utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { leafHash } from './hash.ts';
import { inclusionProof, treeRoot } from './merkle-tree.ts';
import { readVector } from './read-vector-in-tests.ts';

test('there is no proof of a leaf that is not there', () => {
  expect(() => inclusionProof([leafHash(utf8Of('a'))], 1)).toThrow();
  expect(() => inclusionProof([], 0)).toThrow();
  expect(() => inclusionProof([leafHash(utf8Of('a'))], -1)).toThrow();
});

describe.skipIf(!haveVectors)(`against trees of others${vectorsNote}`, () => {
  test('the reference tree has its root at every size from 0 to 8', () => {
    const tree = readVector<{ leafInputsHex: string[]; rootHashesHexBySize: string[] }>(
      'rfc6962-merkle/reference-tree.json',
    );
    const leaves = tree.leafInputsHex.map((hex) => leafHash(parseHex(hex) ?? new Uint8Array(0)));
    const roots = [...tree.rootHashesHexBySize.keys()].map((size) => hexOf(treeRoot(leaves.slice(0, size))));
    expect(roots).toEqual(tree.rootHashesHexBySize);
  });

  test('roots and inclusion proofs are byte for byte those of golang.org/x/mod', () => {
    const oracle = readVector<{
      rootsBySize: Record<string, string>;
      inclusion: { Index: number; Size: number; Proof: string[] }[];
    }>('rfc6962-merkle/xmod-oracle-proofs.json');
    const largest = Math.max(...Object.keys(oracle.rootsBySize).map(Number));
    const leaves = Array.from({ length: largest }, (_, i) => leafHash(utf8Of(`${i}`)));
    for (const [size, root] of Object.entries(oracle.rootsBySize))
      expect(base64Of(treeRoot(leaves.slice(0, Number(size))))).toBe(root);
    for (const { Index, Size, Proof } of oracle.inclusion)
      expect(inclusionProof(leaves.slice(0, Size), Index).map(base64Of)).toEqual(Proof);
  });
});
