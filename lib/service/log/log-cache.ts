import { pool } from '../../store/pool.ts';
import type { LogFile } from './log-file.ts';

/** More full tiles and bundles than this and the longest unused are read from the database again: some 15 megabytes. */
const MOST_FILES = 512;

/** What never changes again, kept in memory: full tiles and bundles, and a size that the log has at least published. */
export class LogCache {
  #publishedSize = 0n;
  readonly #files = new Map<string, LogFile>();

  get publishedSize(): bigint {
    return this.#publishedSize;
  }

  /** The published size only grows; an answer that comes late changes nothing. */
  sawPublished(size: bigint): void {
    if (size > this.#publishedSize) this.#publishedSize = size;
  }

  get(path: string): LogFile | undefined {
    const file = this.#files.get(path);
    if (file) this.set(path, file);
    return file;
  }

  /** A Map keeps the order of insertion, and every use inserts anew: the first is the one unused longest. */
  set(path: string, file: LogFile): void {
    this.#files.delete(path);
    this.#files.set(path, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST_FILES && oldest !== undefined) this.#files.delete(oldest);
  }
}

/** One for each database, so that tests beside each other never see another's log. */
const CACHES = new WeakMap<object, LogCache>();

/** The cache of the log of this process. */
export function logCache(): LogCache {
  const key = pool();
  const cache = CACHES.get(key) ?? new LogCache();
  CACHES.set(key, cache);
  return cache;
}
