const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Does a request come from where its cookie may speak? A key is sent on purpose; a cookie is sent by the browser, whoever's page asks.
 * So a write that is vouched for by a cookie must come from a page of ours, by `Sec-Fetch-Site` or, in older browsers, `Origin`.
 */
export function isOwnPage(request: Request): boolean {
  const { headers } = request;
  if (READS.has(request.method) || headers.has('authorization') || !headers.has('cookie')) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
