import { err, ok, type Result } from '../kernel/result.ts';
import { TILE_WIDTH } from './tile.ts';

/** What a path below the log's prefix names: a tile of hashes, or a bundle of entries. */
export interface TilePath {
  readonly level: number | 'entries';
  readonly index: bigint;
  readonly width: number;
}

export type TilePathError =
  | { readonly code: 'tile-path/format' }
  | { readonly code: 'tile-path/level' }
  | { readonly code: 'tile-path/index' }
  | { readonly code: 'tile-path/width' };

/** C2SP tlog-tiles: levels 0 to 63; no leaf has an index of 2^64 or above. */
const MAX_LEVEL = 63;
const MAX_INDEX = (1n << 64n) - 1n;

/** `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`, without a leading slash (C2SP tlog-tiles). */
export function formatTilePath({ level, index, width }: TilePath): string {
  const suffix = width === TILE_WIDTH ? '' : `.p/${width}`;
  return `tile/${level}/${indexPath(index)}${suffix}`;
}

/** Groups of three digits, all but the last marked with an x: 1234067 is `x001/x234/067`. */
function indexPath(index: bigint): string {
  const digits = index.toString();
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
}

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * Reads what {@link formatTilePath} writes and nothing else: every tile has one path, so that caches keep it once.
 * Errors: `tile-path/format`, `tile-path/level`, `tile-path/index`, `tile-path/width`.
 */
export function parseTilePath(path: string): Result<TilePath, TilePathError> {
  const match = PATH.exec(path);
  if (!match) return err({ code: 'tile-path/format' });
  const [, levelText = '', indexText = '', widthText] = match;

  const level = levelText === 'entries' ? levelText : Number(levelText);
  if (level !== 'entries' && level > MAX_LEVEL) return err({ code: 'tile-path/level' });
  if (indexText.startsWith('x000/')) return err({ code: 'tile-path/index' });
  const index = BigInt(indexText.replaceAll(/[x/]/g, ''));
  if (index > MAX_INDEX) return err({ code: 'tile-path/index' });
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  if (widthText !== undefined && width >= TILE_WIDTH) return err({ code: 'tile-path/width' });
  return ok({ level, index, width });
}
