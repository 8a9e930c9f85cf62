import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveVectors, vectorsNote } from '../kernel/vectors-in-tests.ts';
import { readVector } from './read-vector-in-tests.ts';
import { tileLevels, tileWidth } from './tile.ts';

test('the empty log has no tiles', () => {
  expect(tileLevels(0n)).toEqual([]);
  expect(tileWidth(0, 0n, 0n)).toBe(0);
});

test('the largest log has eight levels', () => {
  expect(tileLevels((1n << 64n) - 1n)).toHaveLength(8);
});

test('every level counts its whole nodes, and the width of each tile agrees', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: (1n << 64n) - 1n }), (size) => {
      for (const { level, full, partial } of tileLevels(size)) {
        expect(full * 256n + BigInt(partial)).toBe(size / 256n ** BigInt(level));
        if (full > 0n) expect(tileWidth(level, full - 1n, size)).toBe(256);
        expect(tileWidth(level, full, size)).toBe(partial);
        expect(tileWidth(level, full + 1n, size)).toBe(0);
      }
    }),
  );
});

describe.skipIf(!haveVectors)(`the specification's own counts${vectorsNote}`, () => {
  interface Counts {
    readonly full: number;
    readonly partial: number;
  }
  test.each([256, 70_000])('a tree of %i leaves', (size) => {
    const spec = readVector<Record<string, Record<string, Counts>>>('signed-note/c2sp-spec-examples.json');
    const want = Object.values(spec[`tree${size}`] ?? {});
    expect(want.length).toBeGreaterThan(1);
    const got = tileLevels(BigInt(size)).map(({ full, partial }) => ({ full: Number(full), partial }));
    expect(got).toEqual(want);
  });
});
