import type { OrgScope } from '../custody/org-scope.ts';
import { env } from '../env.ts';
import { momentOf } from '../kernel/instant.ts';
import type { BundleOrder } from '../service/bundle/bundle-contents.ts';
import { bundleCover } from '../service/bundle/cover-lines.ts';
import { htmlCover } from '../service/bundle/html-cover.ts';
import { type MadeBundle, makeBundle } from '../service/bundle/make-bundle.ts';
import { pdfCover } from '../service/bundle/pdf-cover.ts';
import { problem } from './problem.ts';

/** Answers with the evidence that is ordered: the bundle itself, or with `form=html` or `form=pdf` its cover. */
export async function bundleResponse(
  scope: OrgScope,
  request: Request,
  order: BundleOrder,
): Promise<Response> {
  const form = new URL(request.url).searchParams.get('form') ?? 'json';
  if (form !== 'json' && form !== 'html' && form !== 'pdf')
    return problem({ code: 'bundle/form', path: 'form', detail: 'One of json, html, pdf.' });
  const made = await makeBundle(scope, order, momentOf(Date.now()));
  return made.ok ? fileOf(made.value, form) : problem(made.error);
}

async function fileOf({ file, proven }: MadeBundle, form: 'json' | 'html' | 'pdf'): Promise<Response> {
  if (form === 'json') return download(file, 'application/json', 'vialog-bundle.json', 'attachment');
  const cover = bundleCover(proven, env().baseUrl);
  if (form === 'pdf')
    return download(await pdfCover(cover), 'application/pdf', 'vialog-evidence.pdf', 'attachment');
  return download(
    new TextEncoder().encode(htmlCover(cover)),
    'text/html; charset=utf-8',
    'vialog-evidence.html',
    'inline',
  );
}

const download = (bytes: Uint8Array, type: string, name: string, disposition: string): Response =>
  new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `${disposition}; filename="${name}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups",
      'x-content-type-options': 'nosniff',
    },
  });
