import { problem } from '../../../../../lib/http/problem.ts';
import { limitPublicReport } from '../../../../../lib/http/public-limits.ts';
import { readDoubt } from '../../../../../lib/http/read-doubt.ts';
import { withPublic } from '../../../../../lib/http/with-public.ts';
import { momentOf } from '../../../../../lib/kernel/instant.ts';
import { reportDoubt } from '../../../../../lib/service/report-doubt.ts';

/** Takes a doubt about a pack, with a photo if there is one. */
export const POST = withPublic(async (request) => {
  const received = await readDoubt(request, momentOf(Date.now()));
  if (!received.ok) return problem(received.error);
  const { asked, doubt } = received.value;
  const limit = limitPublicReport(request.headers, asked);
  if (limit) return problem(limit);
  await reportDoubt(asked, doubt);
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
});
