import { bundleResponse } from '../../../../../../../lib/http/bundle-response.ts';
import { parseAccessReason } from '../../../../../../../lib/http/parse-access-reason.ts';
import { parsePackAddress } from '../../../../../../../lib/http/parse-pack-address.ts';
import { problem } from '../../../../../../../lib/http/problem.ts';
import { withScope } from '../../../../../../../lib/http/with-scope.ts';

/** The evidence about a pack, as far as the caller may see it. */
export const GET = withScope('query', async (scope, request) => {
  const pack = parsePackAddress(request);
  if (!pack.ok) return problem(pack.error);
  const reason = parseAccessReason(scope, request);
  if (!reason.ok) return problem(reason.error);
  const { gtin, serial } = pack.value;
  return bundleResponse(scope, request, { kind: 'pack', gtin, serial, reason: reason.value });
});
