import { type NextRequest, NextResponse } from 'next/server';
import { env } from './lib/env.ts';

/**
 * Every page: scripts run only where they carry the nonce of this answer, nothing is framed, and nothing of a page is kept by the
 * browser or a proxy on the way. WebAssembly is allowed for the camera's decoder, which is served from here.
 */
export function proxy(request: NextRequest): NextResponse {
  if (asksForLinks(request)) {
    const { pathname, search } = request.nextUrl;
    return NextResponse.rewrite(new URL(`/linkset${pathname}${search}`, request.url));
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = policyOf(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce of its own scripts out of this header.
  headers.set('content-security-policy', policy);
  // Pages that ask for a sign-in lead back to where they were asked for; a client's own header of this name is overwritten.
  headers.set('x-vialog-path', request.nextUrl.pathname + request.nextUrl.search);
  // What no route can read is nobody's address; Next would answer it with a bare fault of its own.
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL(UNREADABLE, request.url), { request: { headers } });
  for (const [name, value] of Object.entries(answerHeaders(policy))) response.headers.set(name, value);
  return response;
}

/** GS1 Digital Link: a client that names the form, or the link type, gets the links of what a person gets a page about. */
const asksForLinks = ({ headers, nextUrl }: NextRequest): boolean =>
  nextUrl.pathname.startsWith('/01/') &&
  isReadable(nextUrl.pathname) &&
  (nextUrl.searchParams.get('linkType') === 'linkset' ||
    (headers.get('accept') ?? '').includes('application/linkset+json'));

/** No page stands there. */
const UNREADABLE = '/unreadable';

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function answerHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policy,
    'cache-control': 'private, no-store',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    ...(isHttps() && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}

const isHttps = (): boolean => env().baseUrl.startsWith('https:');

function policyOf(nonce: string): string {
  // React's development build compiles source text to show where an error was made.
  const development = env().production ? '' : " 'unsafe-eval'";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    ...(isHttps() ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Pages only: the programming interfaces, the log and the static files answer with headers of their own. */
export const config = {
  matcher: [
    '/((?!api/|epcis/|log/|wasm/|linkset/|_next/static/|healthz$|readyz$|metrics$|icon.svg$|icon-[0-9]+.png$|sw.js$|manifest.webmanifest$|favicon.ico$).*)',
  ],
};
