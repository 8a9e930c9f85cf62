import { TILE_WIDTH, type Tile } from '../../lib/ledger/tile.ts';
import { formatTilePath } from '../../lib/ledger/tile-path.ts';
import type { ReadTiles } from '../../lib/ledger/tile-reader.ts';

/** Reads a file of the public log by its path below the log's address; `undefined` where there is none. */
export type LogReader = (path: string) => Promise<Uint8Array | undefined>;

/** The log as it is served at `logPath`. Throws where there is no connection. */
export const httpLogReader =
  (logPath: string): LogReader =>
  async (path) => {
    const response = await fetch(`${logPath}/${path}`);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  };

/** A tile or bundle; where the partial one is gone, the full one begins with the same content. */
async function readWide(
  log: LogReader,
  path: Parameters<typeof formatTilePath>[0],
): Promise<Uint8Array | undefined> {
  const partial = await log(formatTilePath(path));
  return partial || path.width === TILE_WIDTH ? partial : log(formatTilePath({ ...path, width: TILE_WIDTH }));
}

/** Reads tiles of hashes, all at once. */
export const tileReader =
  (log: LogReader): ReadTiles =>
  (tiles: readonly Tile[]) =>
    Promise.all(tiles.map((tile) => readWide(log, tile)));

/** Reads the bundle with the entries from `index` × 256 on, of which `width` were published at least. */
export const readBundle = (log: LogReader, index: bigint, width: number): Promise<Uint8Array | undefined> =>
  readWide(log, { level: 'entries', index, width });
