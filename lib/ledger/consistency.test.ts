import { describe, expect, test } from 'vitest';
import { utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { verifyConsistency } from './consistency.ts';
import { EMPTY_ROOT, type Hash, leafHash, parseHash } from './hash.ts';
import { treeRoot } from './merkle-tree.ts';
import { bytesOf, hashFrom, readVector } from './read-vector-in-tests.ts';
import { consistencySubtrees } from './subtree.ts';

interface ConsistencyCase {
  readonly file: string;
  readonly desc: string;
  readonly size1: number | string;
  readonly size2: number | string;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

function accepts(vector: ConsistencyCase): boolean {
  const [root1, root2, ...proof] = [vector.root1, vector.root2, ...(vector.proof ?? [])].map((text) =>
    parseHash(bytesOf(text)),
  );
  const hashes = proof.filter((hash) => hash !== undefined);
  if (!root1 || !root2 || hashes.length !== proof.length) return false;
  const old = { size: BigInt(vector.size1), root: root1 };
  return verifyConsistency(old, { size: BigInt(vector.size2), root: root2 }, hashes).ok;
}

describe.skipIf(!haveVectors)(`the consistency proofs of transparency-dev${vectorsNote}`, () => {
  const cases = haveVectors
    ? ['consistency-0', 'consistency-1', 'consistency-2'].flatMap((file) =>
        readVector<{ cases: ConsistencyCase[] }>(`rfc6962-merkle/${file}.json`).cases.map((vector) => ({
          name: `${file}: ${vector.desc}`,
          vector,
        })),
      )
    : [];
  test.each(cases)('$name', ({ vector }) => {
    expect(accepts(vector)).toBe(!vector.wantErr);
  });
});

describe.skipIf(!haveVectors)(`the consistency proofs of golang.org/x/mod${vectorsNote}`, () => {
  const oracle = haveVectors
    ? readVector<{
        rootsBySize: Record<string, string>;
        consistency: { Old: number; New: number; Proof: string[] }[];
      }>('rfc6962-merkle/xmod-oracle-proofs.json')
    : { rootsBySize: {}, consistency: [] };
  const headOf = (size: number) => ({
    size: BigInt(size),
    root: hashFrom(bytesOf(oracle.rootsBySize[size] ?? '')),
  });
  test('all verify', () => {
    expect(oracle.consistency.length).toBeGreaterThan(0);
    for (const { Old, New, Proof } of oracle.consistency) {
      const proof = Proof.map((text) => hashFrom(bytesOf(text)));
      expect(verifyConsistency(headOf(Old), headOf(New), proof).ok).toBe(true);
    }
  });
});

describe('every pair of trees up to 40 leaves', () => {
  const leaves = Array.from({ length: 40 }, (_, i) => leafHash(utf8Of(`leaf ${i}`)));
  const other = leafHash(utf8Of('of another tree'));
  const roots = [EMPTY_ROOT, ...leaves.map((_, i) => treeRoot(leaves.slice(0, i + 1)))];
  const headOf = (size: number) => ({ size: BigInt(size), root: roots[size] ?? other });
  const proofOf = (old: number, size: number): readonly Hash[] =>
    consistencySubtrees(BigInt(old), BigInt(size)).map(({ start, end }) =>
      treeRoot(leaves.slice(Number(start), Number(end))),
    );
  const eachPair = (check: (old: number, size: number, proof: readonly Hash[]) => void) => {
    for (let size = 0; size <= 40; size++)
      for (let old = 0; old <= size; old++) check(old, size, proofOf(old, size));
  };

  test('verifies', () => {
    eachPair((old, size, proof) => expect(verifyConsistency(headOf(old), headOf(size), proof).ok).toBe(true));
  });

  test('fails when any one hash of its proof is another', () => {
    eachPair((old, size, proof) => {
      for (const at of proof.keys())
        expect(verifyConsistency(headOf(old), headOf(size), proof.with(at, other)).ok).toBe(false);
    });
  });

  test('fails for one hash more or less', () => {
    eachPair((old, size, proof) => {
      expect(verifyConsistency(headOf(old), headOf(size), [...proof, other]).ok).toBe(false);
      expect(verifyConsistency(headOf(old), headOf(size), [other, ...proof]).ok).toBe(false);
      for (const at of proof.keys())
        expect(verifyConsistency(headOf(old), headOf(size), proof.toSpliced(at, 1)).ok).toBe(false);
    });
  });

  test('fails for another old root, and for another new root but from nothing', () => {
    eachPair((old, size, proof) => {
      expect(verifyConsistency({ size: BigInt(old), root: other }, headOf(size), proof).ok).toBe(false);
      if (old > 0)
        expect(verifyConsistency(headOf(old), { size: BigInt(size), root: other }, proof).ok).toBe(false);
    });
  });

  test('fails for every other old size', () => {
    eachPair((old, size, proof) => {
      for (let wrong = 0; wrong <= size; wrong++)
        if (wrong !== old)
          expect(verifyConsistency({ ...headOf(old), size: BigInt(wrong) }, headOf(size), proof).ok).toBe(
            false,
          );
    });
  });

  test('a log never shrinks', () => {
    expect(verifyConsistency(headOf(5), headOf(4), [])).toEqual({
      ok: false,
      error: { code: 'consistency/sizes' },
    });
    expect(verifyConsistency({ ...headOf(1), size: -1n }, headOf(4), [])).toEqual({
      ok: false,
      error: { code: 'consistency/sizes' },
    });
  });
});

test('two heads of one size with different roots are a fork, even at size 0', () => {
  const [a, b] = [leafHash(utf8Of('a')), leafHash(utf8Of('b'))];
  expect(verifyConsistency({ size: 7n, root: a }, { size: 7n, root: b }, []).ok).toBe(false);
  expect(verifyConsistency({ size: 0n, root: EMPTY_ROOT }, { size: 0n, root: b }, []).ok).toBe(false);
  expect(verifyConsistency({ size: 0n, root: a }, { size: 0n, root: a }, []).ok).toBe(false);
});
