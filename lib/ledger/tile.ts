import { HASH_BYTES } from './hash.ts';

/** Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles: tiles are of height 8). */
export const TILE_WIDTH = 256;

/** The length of a full tile. */
export const FULL_TILE_BYTES = TILE_WIDTH * HASH_BYTES;

/** A tile: the `index`-th of its `level` (0 holds leaf hashes), with `width` hashes, 1 to 256. */
export interface Tile {
  readonly level: number;
  readonly index: bigint;
  readonly width: number;
}

/** How many whole nodes a tile level has in a tree of `size` leaves: an entry stands for 256^level leaves. */
const entriesAt = (level: number, size: bigint): bigint => size >> BigInt(8 * level);

/** The width of a tile in a tree of `size` leaves: 256 when full, 0 when there is no such tile. */
export function tileWidth(level: number, index: bigint, size: bigint): number {
  const left = entriesAt(level, size) - index * BigInt(TILE_WIDTH);
  if (left <= 0n) return 0;
  return left < BigInt(TILE_WIDTH) ? Number(left) : TILE_WIDTH;
}

/** How many tiles a level has: `full` ones, and after them one of width `partial` where that is not 0. */
export interface TileLevel {
  readonly level: number;
  readonly full: bigint;
  readonly partial: number;
}

/** Every level of tiles that a tree of `size` leaves has, from the leaves up. None for the empty tree. */
export function tileLevels(size: bigint): readonly TileLevel[] {
  const levels: TileLevel[] = [];
  for (let level = 0; entriesAt(level, size) > 0n; level++) {
    const entries = entriesAt(level, size);
    levels.push({
      level,
      full: entries / BigInt(TILE_WIDTH),
      partial: Number(entries % BigInt(TILE_WIDTH)),
    });
  }
  return levels;
}
