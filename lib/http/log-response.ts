import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { LogFile } from '../service/log/log-file.ts';
import { problem } from './problem.ts';
import { rawExchange } from './raw-exchange.ts';

const compress = promisify(gzip);

/** The same for ever: shared caches may keep it, and need not ask again. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves a file of the log to anybody, from any site (CORS), with a strong ETag; bundles compressed for who accepts it. Without a file
 * the answer is 404.
 */
export async function logResponse(request: Request, file: LogFile | undefined): Promise<Response> {
  if (!file)
    return forAnySite(problem({ code: 'not-found', detail: 'The log has no such file, or not yet.' }));
  const raw = rawExchange()?.response;
  const isCompressed =
    raw !== undefined && file.isCompressible && acceptsGzip(request.headers.get('accept-encoding'));
  const etag = `"${digestOf(file)}${isCompressed ? '-gzip' : ''}"`;
  const headers = new Headers({
    'content-type': file.contentType,
    'cache-control': file.isImmutable ? IMMUTABLE : 'no-cache',
    'x-content-type-options': 'nosniff',
    etag,
  });
  if (file.isCompressible) headers.set('vary', 'Accept-Encoding');
  if (isKnown(request.headers.get('if-none-match'), etag))
    return forAnySite(new Response(null, { status: 304, headers }));
  // Next strips this header from what a route answers (16.4), and would send the compressed bytes without it.
  if (isCompressed) raw.setHeader('content-encoding', 'gzip');
  const body = isCompressed ? await compressed(file) : file.bytes;
  return forAnySite(new Response(Uint8Array.from(body), { headers }));
}

function forAnySite(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*');
  return response;
}

/** RFC 9110 section 12.5.3: the coding is listed, or everything is, and its weight is not 0. */
function acceptsGzip(header: string | null): boolean {
  const codings = (header ?? '').split(',').map((part) => part.trim().toLowerCase());
  const wanted =
    codings.find((coding) => /^gzip(;|$)/.test(coding)) ?? codings.find((coding) => /^\*(;|$)/.test(coding));
  return wanted !== undefined && !/;\s*q=0(\.0*)?$/.test(wanted);
}

/** RFC 9110 section 13.1.2. Caches may have made the tag weak on the way, which here makes no difference. */
const isKnown = (header: string | null, etag: string): boolean =>
  (header ?? '').split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag);

/** Files that are kept in memory are hashed and compressed once. */
const DIGESTS = new WeakMap<LogFile, string>();
const COMPRESSED = new WeakMap<LogFile, Promise<Uint8Array>>();

function digestOf(file: LogFile): string {
  const digest =
    DIGESTS.get(file) ?? createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22);
  DIGESTS.set(file, digest);
  return digest;
}

function compressed(file: LogFile): Promise<Uint8Array> {
  const body = COMPRESSED.get(file) ?? compress(file.bytes);
  COMPRESSED.set(file, body);
  return body;
}
