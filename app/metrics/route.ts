import { isLocalRequest } from '../../lib/http/local-request.ts';
import { problem } from '../../lib/http/problem.ts';
import { metrics } from '../../lib/service/metrics.ts';

/** Prometheus metrics, for this machine only: to anybody else there is no such thing. */
export async function GET(request: Request): Promise<Response> {
  if (!isLocalRequest(request)) return problem({ code: 'not-found' });
  return new Response(await metrics(Date.now()), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
}
