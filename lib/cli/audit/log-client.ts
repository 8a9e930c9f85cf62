import { formatTilePath, type TilePath } from '../../ledger/tile-path.ts';
import { AuditFailure } from './audit-failure.ts';

/** Reads files of a log by their path below its address; `undefined` for one that is not there. */
export type LogClient = (path: string) => Promise<Uint8Array | undefined>;

/** A bundle of 256 entries of 65,535 bytes is no longer. */
const MOST_BYTES = 17_000_000;
const TRIES = 4;

/** Reads a log over HTTP. What fails for a passing reason is asked for again; at last an {@link AuditFailure} says what could not be read. */
export function logClient(log: string): LogClient {
  const base = log.replace(/\/$/, '');
  return async (path) => {
    for (let attempt = 1; ; attempt++) {
      const read = await readOnce(`${base}/${path}`);
      if (read.kind === 'read') return read.bytes;
      if (attempt === TRIES)
        throw new AuditFailure('log/unreadable', `${path} cannot be read: ${read.because}.`);
      await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt));
    }
  };
}

type Read =
  | { readonly kind: 'read'; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'failed'; readonly because: string };

async function readOnce(address: string): Promise<Read> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(30_000) });
    if (response.status === 404) return { kind: 'read', bytes: undefined };
    if (!response.ok) return { kind: 'failed', because: `it answers ${response.status}` };
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > MOST_BYTES
      ? { kind: 'failed', because: 'it is longer than any file of a log' }
      : { kind: 'read', bytes };
  } catch (error) {
    return { kind: 'failed', because: error instanceof Error ? error.message : String(error) };
  }
}

/** A file that a log of its size must have. */
export async function required(client: LogClient, path: string): Promise<Uint8Array> {
  const bytes = await client(path);
  if (!bytes) throw new AuditFailure('log/missing', `${path} is not there.`);
  return bytes;
}

/** A tile or a bundle. Where a partial one is gone because the full one exists, its beginning is taken of that (C2SP tlog-tiles). */
export async function tileFile(
  client: LogClient,
  tile: TilePath,
): Promise<{ bytes: Uint8Array; width: number }> {
  const bytes = await client(formatTilePath(tile));
  if (bytes) return { bytes, width: tile.width };
  const full = { ...tile, width: 256 };
  return { bytes: await required(client, formatTilePath(full)), width: 256 };
}
