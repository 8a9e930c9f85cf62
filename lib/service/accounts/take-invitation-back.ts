import { administers } from '../../auth/administers.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { loadInvitedPlaces, revokeInvitation } from '../../store/invitations.ts';

/** Takes an invitation of the scope's organisation back. Errors: `auth/forbidden` unless who administers its places asks, `not-found`. */
export async function takeInvitationBack(
  scope: OrgScope,
  id: string,
): Promise<Result<void, { readonly code: 'auth/forbidden' | 'not-found' }>> {
  if (scope.userRole !== 'admin') return err({ code: 'auth/forbidden' });
  const places = await loadInvitedPlaces(scope, id);
  const may = await Promise.all(places.map(({ location }) => administers(scope, location)));
  if (!may.every(Boolean)) return err({ code: 'auth/forbidden' });
  return (await revokeInvitation(scope, id)) ? ok(undefined) : err({ code: 'not-found' });
}
