import { describe, expect, test } from 'vitest';
import { base64Of } from '../kernel/base64.ts';
import { concatBytes, hexOf, utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { verifyConsistency } from './consistency.ts';
import { Frontier } from './frontier.ts';
import { EMPTY_ROOT, type Hash, leafHash, nodeHash } from './hash.ts';
import { verifyInclusion } from './inclusion.ts';
import { readVector } from './read-vector-in-tests.ts';
import { foldPeaks } from './subtree.ts';
import type { Tile } from './tile.ts';
import { proveConsistency, proveInclusion, type ReadTiles, readPeaks } from './tile-reader.ts';

/** Every tile a log of these leaves has, full and partial, by level. */
class Store {
  readonly frontier = new Frontier();
  readonly levels: Uint8Array[][] = [];
  readonly asked: Tile[] = [];

  append(leaves: readonly Hash[]): this {
    for (const { level, data } of this.frontier.append(concatBytes(...leaves))) {
      this.levels[level] ??= [];
      this.levels[level].push(data);
    }
    return this;
  }

  /** As a server does: the prefix of the tile that the tree of the asked size had. */
  readonly read: ReadTiles = (tiles) => {
    this.asked.push(...tiles);
    return Promise.resolve(
      tiles.map(({ level, index, width }) => {
        const tile = this.levels[level]?.[Number(index)] ?? this.frontier.tails()[level];
        return tile?.slice(0, width * 32);
      }),
    );
  };
}

const leavesTo = (size: number): readonly Hash[] =>
  Array.from({ length: size }, (_, i) => leafHash(utf8Of(`${i}`)));

function unwrap<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe.skipIf(!haveVectors)(
  `proofs from tiles are byte for byte those of golang.org/x/mod${vectorsNote}`,
  () => {
    const oracle = haveVectors
      ? readVector<{
          rootsBySize: Record<string, string>;
          inclusion: { Index: number; Size: number; Proof: string[] }[];
          consistency: { Old: number; New: number; Proof: string[] }[];
        }>('rfc6962-merkle/xmod-oracle-proofs.json')
      : { rootsBySize: {}, inclusion: [], consistency: [] };
    const largest = Math.max(0, ...Object.keys(oracle.rootsBySize).map(Number));
    const store = new Store().append(leavesTo(largest));

    test('inclusion, with the root they lead to', async () => {
      for (const { Index, Size, Proof } of oracle.inclusion) {
        const { leaf, proof, root } = unwrap(await proveInclusion(BigInt(Index), BigInt(Size), store.read));
        expect(hexOf(leaf)).toBe(hexOf(leafHash(utf8Of(`${Index}`))));
        expect(proof.map(base64Of)).toEqual(Proof);
        expect(base64Of(root)).toBe(oracle.rootsBySize[Size]);
      }
    });

    test('consistency', async () => {
      for (const { Old, New, Proof } of oracle.consistency) {
        const proof = unwrap(await proveConsistency(BigInt(Old), BigInt(New), store.read));
        expect(proof.map(base64Of)).toEqual(Proof);
      }
    });

    test('the peaks of every size fold to its root', async () => {
      for (const [size, root] of Object.entries(oracle.rootsBySize))
        expect(base64Of(foldPeaks(unwrap(await readPeaks(BigInt(size), store.read))))).toBe(root);
    });
  },
);

test('proofs across the edges of tiles on three levels verify, at sizes that are past', async () => {
  const store = new Store().append(leavesTo(66_100));
  const sizes = [1, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537, 65_793, 66_100];
  for (const size of sizes) {
    const head = { size: BigInt(size), root: foldPeaks(unwrap(await readPeaks(BigInt(size), store.read))) };
    for (const index of [0, 1, 127, 255, 256, 32_768, 65_535, 65_536, size - 1].filter((i) => i < size)) {
      const { leaf, proof } = unwrap(await proveInclusion(BigInt(index), head.size, store.read));
      expect(verifyInclusion(leaf, BigInt(index), head.size, proof, head.root).ok).toBe(true);
    }
    for (const old of sizes.filter((other) => other <= size)) {
      const oldRoot = foldPeaks(unwrap(await readPeaks(BigInt(old), store.read)));
      const proof = unwrap(await proveConsistency(BigInt(old), head.size, store.read));
      expect(verifyConsistency({ size: BigInt(old), root: oldRoot }, head, proof).ok).toBe(true);
    }
  }
});

test('one changed byte in any tile that was read changes the root that the proof leads to', async () => {
  const store = new Store().append(leavesTo(66_000));
  const { root } = unwrap(await proveInclusion(40_000n, 66_000n, store.read));
  const tiles = [...store.asked];
  expect(tiles.length).toBeGreaterThan(3);
  for (const [at, tile] of tiles.entries()) {
    const read: ReadTiles = async (asked) =>
      (await store.read(asked)).map((bytes, i) => (i === at ? bytes?.with(5, (bytes[5] ?? 0) ^ 1) : bytes));
    const changed = unwrap(await proveInclusion(40_000n, 66_000n, read));
    expect(hexOf(changed.root), `tile ${tile.level}/${tile.index}`).not.toBe(hexOf(root));
  }
});

describe('a log of 10^9 leaves', () => {
  // All its leaves are the same, so that each level has one hash and any tile can be made from it.
  const size = 1_000_000_000n;
  const perLevel = [leafHash(utf8Of('the same'))];
  for (let level = 0; level < 4; level++) {
    let node = perLevel[level] ?? EMPTY_ROOT;
    for (let doubling = 0; doubling < 8; doubling++) node = nodeHash(node, node);
    perLevel.push(node);
  }
  const reads: number[] = [];
  const read: ReadTiles = (tiles) => {
    reads.push(tiles.length);
    return Promise.resolve(
      tiles.map(({ level, width }) => {
        const hash = perLevel[level] ?? EMPTY_ROOT;
        return concatBytes(...Array.from({ length: width }, () => hash));
      }),
    );
  };

  test('an inclusion proof reads four tiles when the right edge is known, in one call', async () => {
    const peaks = unwrap(await readPeaks(size, read));
    for (const index of [
      0n,
      1n,
      255n,
      256n,
      123_456_789n,
      536_870_911n,
      536_870_912n,
      size - 2n,
      size - 1n,
    ]) {
      reads.length = 0;
      const { leaf, proof, root } = unwrap(await proveInclusion(index, size, read, peaks));
      expect(reads).toHaveLength(1);
      expect(reads[0]).toBeLessThanOrEqual(4);
      expect(hexOf(root)).toBe(hexOf(foldPeaks(peaks)));
      expect(verifyInclusion(leaf, index, size, proof, root).ok).toBe(true);
    }
  });

  test('without it, the edge costs at most one tile more per level', async () => {
    const peaks = unwrap(await readPeaks(size, read));
    for (const index of [0n, 123_456_789n, size - 1n]) {
      reads.length = 0;
      const { root } = unwrap(await proveInclusion(index, size, read));
      expect(reads).toHaveLength(1);
      expect(reads[0]).toBeLessThanOrEqual(7);
      expect(hexOf(root)).toBe(hexOf(foldPeaks(peaks)));
    }
  });

  test('a consistency proof over 10^9 leaves verifies', async () => {
    const old = 123_456_789n;
    const oldRoot = foldPeaks(unwrap(await readPeaks(old, read)));
    const root = foldPeaks(unwrap(await readPeaks(size, read)));
    const proof = unwrap(await proveConsistency(old, size, read));
    expect(verifyConsistency({ size: old, root: oldRoot }, { size, root }, proof).ok).toBe(true);
  });
});

describe('what a tile reader cannot use', () => {
  const store = new Store().append(leavesTo(300));

  test('an index or a size outside the tree is refused without reading', async () => {
    store.asked.length = 0;
    expect(await proveInclusion(300n, 300n, store.read)).toMatchObject({ ok: false });
    expect(await proveInclusion(-1n, 300n, store.read)).toMatchObject({ ok: false });
    expect(await proveConsistency(301n, 300n, store.read)).toEqual({
      ok: false,
      error: { code: 'consistency/sizes' },
    });
    expect(await proveConsistency(-1n, 300n, store.read)).toMatchObject({ ok: false });
    expect(store.asked).toEqual([]);
  });

  test('a tile that is absent is named', async () => {
    const nothing: ReadTiles = (tiles) => Promise.resolve(tiles.map(() => undefined));
    expect(await proveInclusion(0n, 10n, nothing)).toEqual({
      ok: false,
      error: { code: 'tile/missing', tile: { level: 0, index: 0n, width: 10 } },
    });
  });

  test('a tile that is too short, too long or no list of hashes is named', async () => {
    for (const length of [0, 9 * 32, 10 * 32 + 1, 257 * 32]) {
      const bad: ReadTiles = (tiles) => Promise.resolve(tiles.map(() => new Uint8Array(length)));
      expect(await proveInclusion(0n, 10n, bad)).toMatchObject({
        ok: false,
        error: { code: 'tile/length', got: length },
      });
    }
  });

  test('a full tile serves in place of a partial one that is gone', async () => {
    const full: ReadTiles = (tiles) => store.read(tiles.map((tile) => ({ ...tile, width: 256 })));
    const past = unwrap(await proveInclusion(3n, 200n, full));
    const direct = unwrap(await proveInclusion(3n, 200n, store.read));
    expect(past.proof.map(hexOf)).toEqual(direct.proof.map(hexOf));
  });

  test('from nothing and to itself a log needs no proof', async () => {
    expect(await proveConsistency(0n, 300n, store.read)).toEqual({ ok: true, value: [] });
    expect(await proveConsistency(300n, 300n, store.read)).toEqual({ ok: true, value: [] });
  });
});
