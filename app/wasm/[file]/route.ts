import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The decoders of the camera, by the names under which zxing-wasm asks for them, and where its package keeps them. */
const FILES: Readonly<Record<string, string>> = {
  'zxing_reader.wasm': 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
};

const YEAR_SECONDS = 31_536_000;

/** Serves the camera's decoder from the package, so that it always fits the script that loads it. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly file: string }> },
): Promise<Response> {
  const path = FILES[(await params).file];
  if (path === undefined) return new Response(null, { status: 404 });
  const bytes = await readFile(join(/* turbopackIgnore: true */ process.cwd(), path));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/wasm',
      'cache-control': `public, max-age=${YEAR_SECONDS}`,
      'x-content-type-options': 'nosniff',
    },
  });
}
