import { pathSegments } from '../../../../../../lib/http/path-segments.ts';
import { problem } from '../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../lib/http/with-scope.ts';
import { reportPhoto } from '../../../../../../lib/service/report-photo.ts';

/** The photo that somebody of the public sent with a doubt, for who may see the finding. */
export const GET = withScope('query', async (scope, request) => {
  const [finding] = pathSegments(request, '/api/v1/findings/');
  const photo = await reportPhoto(scope, finding ?? '');
  if (!photo) return problem({ code: 'not-found' });
  return new Response(Uint8Array.from(photo.bytes), {
    headers: {
      'content-type': photo.type,
      'cache-control': 'private, no-store',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
});
