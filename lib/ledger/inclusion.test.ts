import { describe, expect, test } from 'vitest';
import { utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { type Hash, leafHash, parseHash } from './hash.ts';
import { verifyInclusion } from './inclusion.ts';
import { inclusionProof, treeRoot } from './merkle-tree.ts';
import { bytesOf, hashFrom, readVector } from './read-vector-in-tests.ts';

interface InclusionCase {
  readonly file: string;
  readonly desc: string;
  readonly leafIdx: number | string;
  readonly treeSize: number | string;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const FILES = ['inclusion-0', 'inclusion-1', 'inclusion-2', 'inclusion-single-entry'];

function accepts(vector: InclusionCase): boolean {
  const [leaf, root, ...proof] = [vector.leafHash, vector.root, ...(vector.proof ?? [])].map((text) =>
    parseHash(bytesOf(text)),
  );
  const hashes = proof.filter((hash) => hash !== undefined);
  if (!leaf || !root || hashes.length !== proof.length) return false;
  return verifyInclusion(leaf, BigInt(vector.leafIdx), BigInt(vector.treeSize), hashes, root).ok;
}

describe.skipIf(!haveVectors)(`the inclusion proofs of transparency-dev${vectorsNote}`, () => {
  const cases = haveVectors
    ? FILES.flatMap((file) =>
        readVector<{ cases: InclusionCase[] }>(`rfc6962-merkle/${file}.json`).cases.map((vector) => ({
          name: `${file}: ${vector.desc}`,
          vector,
        })),
      )
    : [];
  test.each(cases)('$name', ({ vector }) => {
    expect(accepts(vector)).toBe(!vector.wantErr);
  });
});

describe.skipIf(!haveVectors)(`the inclusion proofs of golang.org/x/mod${vectorsNote}`, () => {
  test('all verify', () => {
    const oracle = readVector<{
      rootsBySize: Record<string, string>;
      inclusion: { Index: number; Size: number; Proof: string[] }[];
    }>('rfc6962-merkle/xmod-oracle-proofs.json');
    expect(oracle.inclusion.length).toBeGreaterThan(0);
    for (const { Index, Size, Proof } of oracle.inclusion) {
      const root = hashFrom(bytesOf(oracle.rootsBySize[Size] ?? ''));
      const proof = Proof.map((text) => hashFrom(bytesOf(text)));
      expect(verifyInclusion(leafHash(utf8Of(`${Index}`)), BigInt(Index), BigInt(Size), proof, root).ok).toBe(
        true,
      );
    }
  });
});

interface RealCase {
  readonly name: string;
  readonly shouldVerify: boolean;
  readonly leafHash_b64: string;
  readonly logIndex: number;
  readonly treeSize: number;
  readonly rootHash_b64: string;
  readonly hashes_b64: readonly string[];
}

describe.skipIf(!haveVectors)(`real entries of public logs${vectorsNote}`, () => {
  // Where a bundle fails for its checkpoint, its Merkle proof is still good.
  const badProof = new Set(['inclusion-proof-corrupted-hash_fail', 'invalid-inclusion-proof_fail']);
  const { cases } = haveVectors
    ? readVector<{ cases: RealCase[] }>('real-logs/rekor-inclusion.json')
    : { cases: [] };
  test.each(cases)('$name', (real) => {
    const proof = real.hashes_b64.map((text) => hashFrom(bytesOf(text)));
    const [leaf, root] = [hashFrom(bytesOf(real.leafHash_b64)), hashFrom(bytesOf(real.rootHash_b64))];
    const result = verifyInclusion(leaf, BigInt(real.logIndex), BigInt(real.treeSize), proof, root);
    expect(result.ok).toBe(!badProof.has(real.name));
  });
});

describe('every proof of every tree up to 40 leaves', () => {
  const leaves = Array.from({ length: 40 }, (_, i) => leafHash(utf8Of(`leaf ${i}`)));
  const other = leafHash(utf8Of('of another tree'));
  const trees = leaves.map((_, i) => leaves.slice(0, i + 1));
  const eachProof = (
    check: (leaf: Hash, index: bigint, size: bigint, proof: readonly Hash[], root: Hash) => void,
  ) => {
    for (const tree of trees)
      for (const [index, leaf] of tree.entries())
        check(leaf, BigInt(index), BigInt(tree.length), inclusionProof(tree, index), treeRoot(tree));
  };

  test('verifies', () => {
    eachProof((...proof) => expect(verifyInclusion(...proof).ok).toBe(true));
  });

  test('fails when any one of its hashes is another', () => {
    eachProof((leaf, index, size, proof, root) => {
      for (const at of proof.keys())
        expect(verifyInclusion(leaf, index, size, proof.with(at, other), root)).toEqual({
          ok: false,
          error: { code: 'inclusion/root-mismatch' },
        });
    });
  });

  test('fails for another leaf, another root, or one hash more or less', () => {
    eachProof((leaf, index, size, proof, root) => {
      expect(verifyInclusion(other, index, size, proof, root).ok).toBe(false);
      expect(verifyInclusion(leaf, index, size, proof, other).ok).toBe(false);
      expect(verifyInclusion(leaf, index, size, [...proof, other], root).ok).toBe(false);
      expect(verifyInclusion(leaf, index, size, [other, ...proof], root).ok).toBe(false);
      if (proof.length > 0) expect(verifyInclusion(leaf, index, size, proof.slice(1), root).ok).toBe(false);
      if (proof.length > 0)
        expect(verifyInclusion(leaf, index, size, proof.slice(0, -1), root).ok).toBe(false);
    });
  });

  test('fails at every other index of the tree', () => {
    eachProof((leaf, index, size, proof, root) => {
      for (let wrong = 0n; wrong < size; wrong++)
        if (wrong !== index) expect(verifyInclusion(leaf, wrong, size, proof, root).ok).toBe(false);
    });
  });

  test('fails at an index outside the tree', () => {
    eachProof((leaf, index, size, proof, root) => {
      for (const wrong of [-1n, size, size + index, (1n << 64n) - 1n, -size])
        expect(verifyInclusion(leaf, wrong, size, proof, root)).toEqual({
          ok: false,
          error: { code: 'inclusion/index-out-of-range' },
        });
    });
  });
});

test('nothing is in the empty tree', () => {
  const leaf = leafHash(utf8Of('a'));
  expect(verifyInclusion(leaf, 0n, 0n, [], leaf).ok).toBe(false);
});
