import { err, ok, type Result } from '../../kernel/result.ts';
import { formatEntryBundle } from '../../ledger/entry-bundle.ts';
import { TILE_WIDTH, tileWidth } from '../../ledger/tile.ts';
import { formatTilePath, parseTilePath, type TilePath, type TilePathError } from '../../ledger/tile-path.ts';
import { loadEntries } from '../../store/ledger-entries.ts';
import { loadLogHead } from '../../store/ledger-log.ts';
import { readStoredTiles } from '../../store/ledger-tiles.ts';
import { logCache } from './log-cache.ts';
import type { LogFile } from './log-file.ts';

export type TileFileError = TilePathError | { readonly code: 'tile-file/not-published' };

/**
 * The tile or bundle that `path` names below the log's prefix (C2SP tlog-tiles). Partial ones are given for every width that is
 * published, also where the full one exists by now. Nothing beyond the published size is given.
 * Errors: those of `parseTilePath`, `tile-file/not-published`.
 */
export async function tileFile(path: string): Promise<Result<LogFile, TileFileError>> {
  const parsed = parseTilePath(path);
  if (!parsed.ok) return parsed;
  const tile = parsed.value;
  if (!(await isPublished(tile))) return err({ code: 'tile-file/not-published' });
  return ok(await readFull(tile));
}

/** Asks the database only where what was published before does not suffice. */
async function isPublished({ level, index, width }: TilePath): Promise<boolean> {
  const cache = logCache();
  const reaches = () => tileWidth(level === 'entries' ? 0 : level, index, cache.publishedSize) >= width;
  if (reaches()) return true;
  cache.sawPublished((await loadLogHead())?.publishedSize ?? 0n);
  return reaches();
}

async function readFull(tile: TilePath): Promise<LogFile> {
  if (tile.width !== TILE_WIDTH) return readFile(tile);
  const cache = logCache();
  const path = formatTilePath(tile);
  const file = cache.get(path) ?? (await readFile(tile));
  cache.set(path, file);
  return file;
}

async function readFile({ level, index, width }: TilePath): Promise<LogFile> {
  const bytes =
    level === 'entries'
      ? await bundleOf(index, width)
      : (await readStoredTiles([{ level, index, width }]))[0];
  if (!bytes) throw new Error(`published hashes are missing: level ${level}, tile ${index}, width ${width}`);
  return {
    bytes,
    contentType: 'application/octet-stream',
    isImmutable: true,
    isCompressible: level === 'entries',
  };
}

async function bundleOf(index: bigint, width: number): Promise<Uint8Array | undefined> {
  const first = index * BigInt(TILE_WIDTH);
  const entries = await loadEntries(first, first + BigInt(width));
  return entries.length === width ? formatEntryBundle(entries.map(({ leaf }) => leaf)) : undefined;
}
