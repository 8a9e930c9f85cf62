import { mayReadMetrics } from '../../lib/http/may-read-metrics.ts';
import { problem } from '../../lib/http/problem.ts';
import { metrics } from '../../lib/service/metrics.ts';

/** Prometheus metrics, for this machine and for who has the token: to anybody else there is no such thing. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request)) return problem({ code: 'not-found' });
  return new Response(await metrics(Date.now()), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
}
