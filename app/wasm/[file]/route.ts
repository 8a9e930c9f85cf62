import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The camera's decoder, by the name under which zxing-wasm asks for it, and where the package keeps it. */
const FILES: Readonly<Record<string, string>> = {
  'zxing_reader.wasm': 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
};

interface Served {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

const served = new Map<string, Promise<Served>>();

/**
 * Serves the camera's decoder from its package. The address names no version, so the browser asks each time whether its copy still fits
 * the script that loads it; mostly the answer is an empty 304.
 */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly file: string }> },
): Promise<Response> {
  const path = FILES[(await params).file];
  if (path === undefined) return new Response(null, { status: 404 });
  const known = served.get(path) ?? load(path);
  served.set(path, known);
  const { bytes, etag } = await known;
  const headers = { etag, 'cache-control': 'public, no-cache', 'x-content-type-options': 'nosniff' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, 'content-type': 'application/wasm' } });
}

async function load(path: string): Promise<Served> {
  const bytes = new Uint8Array(await readFile(join(/* turbopackIgnore: true */ process.cwd(), path)));
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
