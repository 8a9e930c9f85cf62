import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { readVector } from './read-vector-in-tests.ts';
import { tileWidth } from './tile.ts';
import { formatTilePath, parseTilePath } from './tile-path.ts';

test('what is written is read back as it was', () => {
  const path = fc.record({
    level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
    index: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(path, (tile) => {
      expect(parseTilePath(formatTilePath(tile))).toEqual({ ok: true, value: tile });
    }),
  );
});

test('the highest level and the last index have paths', () => {
  const path = 'tile/63/x018/x446/x744/x073/x709/x551/615.p/255';
  const tile = { level: 63, index: (1n << 64n) - 1n, width: 255 };
  expect(formatTilePath(tile)).toBe(path);
  expect(parseTilePath(path)).toEqual({ ok: true, value: tile });
});

test.each([
  ['', 'tile-path/format'],
  ['/tile/0/000', 'tile-path/format'],
  ['tile/0/000/', 'tile-path/format'],
  ['tile/0/00', 'tile-path/format'],
  ['tile/0/0000', 'tile-path/format'],
  ['tile/00/000', 'tile-path/format'],
  ['tile/-1/000', 'tile-path/format'],
  ['tile/data/000', 'tile-path/format'],
  ['tile/0/001/234', 'tile-path/format'],
  ['tile/0/x001', 'tile-path/format'],
  ['tile/0/X001/234', 'tile-path/format'],
  ['tile/0/000.p/0', 'tile-path/format'],
  ['tile/0/000.p/01', 'tile-path/format'],
  ['tile/0/000.p/', 'tile-path/format'],
  ['tile/0/000.p/5/5', 'tile-path/format'],
  ['tile/0/000%2ep/5', 'tile-path/format'],
  ['tile/0/٠٠٠', 'tile-path/format'],
  ['tile/0/000\n', 'tile-path/format'],
  ['tile/64/000', 'tile-path/level'],
  ['tile/99/000', 'tile-path/level'],
  ['tile/0/x000/000', 'tile-path/index'],
  ['tile/0/x000/x001/000', 'tile-path/index'],
  ['tile/0/x018/x446/x744/x073/x709/x551/616', 'tile-path/index'],
  ['tile/0/x999/x999/x999/x999/x999/x999/x999/999', 'tile-path/index'],
  ['tile/0/000.p/256', 'tile-path/width'],
  ['tile/entries/000.p/999', 'tile-path/width'],
])('%j is refused with %s', (path, code) => {
  expect(parseTilePath(path)).toEqual({ ok: false, error: { code } });
});

describe.skipIf(!haveVectors)(`the paths of Tessera${vectorsNote}`, () => {
  interface TesseraPaths {
    readonly entriesPathForLogIndex: { seq: number; logSize: number; wantPath: string }[];
    readonly entriesPath: { N: number; p?: number; wantPath: string }[];
    readonly tilePath: { level: number; index: number; p?: number; wantPath: string }[];
    readonly nWithSuffix: { level: number; index: number; p?: number; wantPath: string }[];
  }
  const paths = haveVectors
    ? readVector<TesseraPaths>('tiles/tessera-paths.json')
    : { entriesPathForLogIndex: [], entriesPath: [], tilePath: [], nWithSuffix: [] };
  const expectPath = (level: number | 'entries', index: bigint, width: number, path: string) => {
    expect(formatTilePath({ level, index, width })).toBe(path);
    expect(parseTilePath(path)).toEqual({ ok: true, value: { level, index, width } });
  };

  test.each(paths.entriesPathForLogIndex)(
    'the bundle that holds entry $seq of $logSize',
    ({ seq, logSize, wantPath }) => {
      const index = BigInt(seq) / 256n;
      expectPath('entries', index, tileWidth(0, index, BigInt(logSize)), wantPath);
    },
  );
  test.each(paths.entriesPath)('$wantPath', ({ N, p, wantPath }) => {
    expectPath('entries', BigInt(N), p || 256, wantPath);
  });
  test.each(paths.tilePath)('$wantPath', ({ level, index, p, wantPath }) => {
    expectPath(level, BigInt(index), p || 256, wantPath);
  });
  test.each(paths.nWithSuffix)('the index $wantPath', ({ level, index, p, wantPath }) => {
    expectPath(level, BigInt(index), p || 256, `tile/${level}/${wantPath}`);
  });
});

describe.skipIf(!haveVectors)(
  `the paths of golang.org/x/mod, whose tiles have any height${vectorsNote}`,
  () => {
    const { cases } = haveVectors
      ? readVector<{ cases: { path: string; tile: [number, number, number, number] | null }[] }>(
          'tiles/xmod-tile-paths.json',
        )
      : { cases: [] };
    test.each(cases)('$path', ({ path, tile }) => {
      // tlog-tiles has height 8 only and leaves it out; level -1 is its `entries`.
      const ours = path.replace(/^tile\/\d+\//, 'tile/').replace('tile/data/', 'tile/entries/');
      const parsed = parseTilePath(ours);
      if (tile === null) {
        expect(parsed.ok).toBe(false);
        return;
      }
      const [height, level, index, width] = tile;
      expect(parsed).toEqual({
        ok: true,
        value: {
          level: level === -1 ? 'entries' : level,
          index: BigInt(index),
          width: width === 2 ** height ? 256 : width,
        },
      });
    });
  },
);
