import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { base64Of } from '../kernel/base64.ts';
import { concatBytes, hexOf, utf8Of } from '../kernel/bytes.ts';
import { haveVectors, vectorPath, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { formatCheckpointBody, openCheckpoint } from './checkpoint.ts';
import { formatEntryBundle, parseEntryBundle } from './entry-bundle.ts';
import { Frontier, type FullTile } from './frontier.ts';
import { type Hash, leafHash } from './hash.ts';
import { treeRoot } from './merkle-tree.ts';
import { bytesOf, readVector } from './read-vector-in-tests.ts';
import { signNote } from './signed-note.ts';
import { foldPeaks } from './subtree.ts';
import { formatTilePath } from './tile-path.ts';
import { parseVkey } from './vkey.ts';

const leavesTo = (size: number): readonly Hash[] =>
  Array.from({ length: size }, (_, i) => leafHash(utf8Of(`${i}`)));

function grown(leaves: readonly Hash[]): {
  readonly frontier: Frontier;
  readonly tiles: readonly FullTile[];
} {
  const frontier = new Frontier();
  return { frontier, tiles: frontier.append(concatBytes(...leaves)) };
}

const restored = (tails: readonly Uint8Array[]): Frontier => {
  const result = Frontier.restore(tails);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const spelled = ({ level, index, data, root }: FullTile): string =>
  `${level}/${index} ${hexOf(root)} ${hexOf(data)}`;

test('has the root of the list at every size to 600, however the leaves were batched', () => {
  const leaves = leavesTo(600);
  const frontier = new Frontier();
  const batches = [1, 2, 3, 5, 8, 13, 1, 1, 89, 144, 233];
  let size = 0;
  for (const batch of batches) {
    frontier.append(concatBytes(...leaves.slice(size, size + batch)));
    size += batch;
    expect(frontier.size).toBe(BigInt(size));
    expect(hexOf(frontier.root())).toBe(hexOf(treeRoot(leaves.slice(0, size))));
    expect(hexOf(foldPeaks(frontier.peaks()))).toBe(hexOf(frontier.root()));
  }
});

test('has the root of the list after each single leaf', () => {
  const leaves = leavesTo(530);
  const frontier = new Frontier();
  for (const [at, leaf] of leaves.entries()) {
    frontier.append(leaf);
    expect(hexOf(frontier.root())).toBe(hexOf(treeRoot(leaves.slice(0, at + 1))));
  }
});

test('hands out each full tile once, with its place, its hashes and their root', () => {
  const leaves = leavesTo(256 * 256 + 300);
  const { frontier, tiles } = grown(leaves);
  const level0 = tiles.filter((tile) => tile.level === 0);
  const level1 = tiles.filter((tile) => tile.level === 1);
  expect(level0.map((tile) => tile.index)).toEqual(Array.from({ length: 257 }, (_, i) => BigInt(i)));
  expect(level1.map((tile) => tile.index)).toEqual([0n]);
  expect(tiles).toHaveLength(258);
  for (const [i, tile] of level0.entries()) {
    const below = leaves.slice(i * 256, (i + 1) * 256);
    expect(hexOf(tile.data)).toBe(hexOf(concatBytes(...below)));
    expect(hexOf(tile.root)).toBe(hexOf(treeRoot(below)));
  }
  expect(hexOf(level1[0]?.data ?? new Uint8Array(0))).toBe(
    hexOf(concatBytes(...level0.slice(0, 256).map((tile) => tile.root))),
  );
  expect(frontier.tails().map((tail) => tail.length / 32)).toEqual([44, 1, 1]);
  expect(frontier.size).toBe(65_836n);
});

test('restored from its tails it goes on as if it had never stopped', () => {
  const leaves = leavesTo(256 * 256 + 1500);
  const growing = new Frontier();
  for (const stop of [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 65_792, 66_000]) {
    growing.append(concatBytes(...leaves.slice(Number(growing.size), stop)));
    const again = restored(growing.tails());
    expect(again.size).toBe(BigInt(stop));
    expect(hexOf(again.root())).toBe(hexOf(growing.root()));

    const ahead = growing.clone();
    const next = concatBytes(...leaves.slice(stop, stop + 700));
    expect(again.append(next).map(spelled)).toEqual(ahead.append(next).map(spelled));
    expect(hexOf(again.root())).toBe(hexOf(ahead.root()));
  }
  expect(hexOf(growing.root())).toBe(hexOf(treeRoot(leaves.slice(0, 66_000))));
});

test('tails that are no list of at most 255 hashes are refused by level', () => {
  const error = (level: number) => ({ ok: false, error: { code: 'frontier/tail-length', level } });
  expect(Frontier.restore([new Uint8Array(31)])).toEqual(error(0));
  expect(Frontier.restore([new Uint8Array(32), new Uint8Array(8192)])).toEqual(error(1));
  expect(() => new Frontier().append(new Uint8Array(33))).toThrow();
});

test('a batch tried on a clone leaves the original as it was', () => {
  const leaves = leavesTo(900);
  const { frontier } = grown(leaves.slice(0, 400));
  const before = hexOf(frontier.root());
  const clone = frontier.clone();
  expect(clone.append(concatBytes(...leaves.slice(0, 500)))).toHaveLength(2);
  expect(hexOf(frontier.root())).toBe(before);
  expect(frontier.size).toBe(400n);
  const [tile] = frontier.append(concatBytes(...leaves.slice(400)));
  expect(hexOf(tile?.data ?? new Uint8Array(0))).toBe(hexOf(concatBytes(...leaves.slice(256, 512))));
  expect(hexOf(frontier.root())).toBe(hexOf(treeRoot(leaves)));
});

test('what the original does next leaves a clone as it was', () => {
  const leaves = leavesTo(20);
  const { frontier } = grown(leaves.slice(0, 10));
  const clone = frontier.clone();
  clone.append(concatBytes(...leaves.slice(10, 15)));
  frontier.append(concatBytes(...leaves.slice(15)));
  expect(clone.tails().map(hexOf)).toEqual([hexOf(concatBytes(...leaves.slice(0, 15)))]);
  expect(hexOf(clone.root())).toBe(hexOf(treeRoot(leaves.slice(0, 15))));
});

describe.skipIf(!haveVectors)(`against golang.org/x/mod${vectorsNote}`, () => {
  test('roots at the edges of tiles are the same', () => {
    const { rootsBySize } = readVector<{ rootsBySize: Record<string, string> }>(
      'rfc6962-merkle/xmod-oracle-proofs.json',
    );
    const frontier = new Frontier();
    const sizes = Object.keys(rootsBySize)
      .map(Number)
      .toSorted((a, b) => a - b);
    for (const size of sizes) {
      for (let i = Number(frontier.size); i < size; i++) frontier.append(leafHash(utf8Of(`${i}`)));
      expect(base64Of(frontier.root())).toBe(rootsBySize[size]);
    }
  });
});

describe.skipIf(!haveVectors)(`the log that Tessera grew leaf by leaf${vectorsNote}`, () => {
  const folder = vectorPath('tlog/tessera-log-15/');
  const meta = haveVectors
    ? readVector<{ leaves: string[]; vkey: string; 'skey (public test key)': string }>(
        'tessera-log-15/META.json',
      )
    : { leaves: [], vkey: '', 'skey (public test key)': '' };
  const [, , name = '', , ...key] = meta['skey (public test key)'].split('+');
  const sizes = Array.from({ length: 16 }, (_, size) => size).filter((size) =>
    existsSync(`${folder}checkpoint.${size}`),
  );

  test.each(sizes)('has the same tile, bundle and checkpoint at size %i', (size) => {
    const entries = meta.leaves.slice(0, size).map(utf8Of);
    const { frontier } = grown(entries.map(leafHash));
    const body = formatCheckpointBody({ origin: name, size: frontier.size, root: frontier.root() });
    const seed = bytesOf(key.join('+')).slice(1);
    const note = signNote(body, [{ name, seed }]);
    expect(hexOf(note)).toBe(hexOf(readFileSync(`${folder}checkpoint.${size}`)));

    const vkey = parseVkey(readFileSync(`${folder}log.vkey`, 'utf8').trim());
    if (!vkey.ok) throw new Error(vkey.error.code);
    expect(openCheckpoint(note, vkey.value)).toMatchObject({
      ok: true,
      value: { checkpoint: { size: BigInt(size) } },
    });

    if (size === 0) return;
    const tile = formatTilePath({ level: 0, index: 0n, width: size });
    expect(hexOf(frontier.tails()[0] ?? new Uint8Array(0))).toBe(hexOf(readFileSync(folder + tile)));
    const stored = readFileSync(folder + formatTilePath({ level: 'entries', index: 0n, width: size }));
    expect(hexOf(formatEntryBundle(entries))).toBe(hexOf(stored));
    const parsed = parseEntryBundle(stored, size);
    expect(parsed.ok && parsed.value.map(hexOf)).toEqual(entries.map(hexOf));
  });

  test('has files for the sizes 0 to 9', () => {
    expect(sizes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
