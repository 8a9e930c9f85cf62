import { administers } from '../auth/administers.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Grant } from '../custody/visibility/grant.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { loadGrant, revokeGrant } from '../store/grants.ts';

/** Why a grant does not end. Somebody else's grant is answered as one that does not exist. */
export interface EndGrantError {
  readonly code: 'auth/forbidden' | 'not-found';
}

/**
 * Ends a grant of the scope's own organisation at once; it is stated in the log. A grant that has ended stays as it is. Errors:
 * `auth/forbidden` unless an administrator of the whole organisation asks, `not-found`.
 */
export async function endGrant(
  scope: OrgScope,
  id: string,
  at: Instant,
): Promise<Result<Grant, EndGrantError>> {
  if (!(await administers(scope, undefined))) return err({ code: 'auth/forbidden' });
  await revokeGrant(scope, id, at);
  const ended = await loadGrant(scope, id);
  return ended?.from === scope.organisation ? ok(ended) : err({ code: 'not-found' });
}
