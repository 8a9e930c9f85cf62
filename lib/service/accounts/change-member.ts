import { administers } from '../../auth/administers.ts';
import type { OrgScope } from '../../custody/org-scope.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { InvitedPlace } from '../../store/invitations.ts';
import { loadMemberPlaces, saveMemberPlaces } from '../../store/members.ts';
import { isOwnPlaces } from './is-own-places.ts';

export type MemberError =
  /** Only who administers every place at which something changes. */
  | { readonly code: 'auth/forbidden' }
  | { readonly code: 'not-found' }
  /** Nobody changes what they are themselves: an organisation must not lose its last administrator by a slip. */
  | { readonly code: 'person/self' }
  | { readonly code: 'person/places' };

/**
 * Makes `places` all that a member of the scope's organisation is there; none takes them out of it, at once, whatever sessions they have
 * open. Errors: those of {@link MemberError}; then nothing is changed.
 */
export async function changeMember(
  scope: OrgScope,
  userId: string,
  places: readonly InvitedPlace[],
): Promise<Result<void, MemberError>> {
  if (scope.userRole !== 'admin') return err({ code: 'auth/forbidden' });
  if (scope.actor === `user:${userId}`) return err({ code: 'person/self' });
  const before = await loadMemberPlaces(scope, userId);
  if (before.length === 0) return err({ code: 'not-found' });
  if (!(await isOwnPlaces(scope, places))) return err({ code: 'person/places' });
  const changed = changedPlaces(before, places);
  const may = await Promise.all(changed.map(({ location }) => administers(scope, location)));
  if (!may.every(Boolean)) return err({ code: 'auth/forbidden' });
  await saveMemberPlaces(scope, userId, places);
  return ok(undefined);
}

/** Those that are there before or after only, or with another role. */
function changedPlaces(
  before: readonly InvitedPlace[],
  after: readonly InvitedPlace[],
): readonly InvitedPlace[] {
  const isIn = (places: readonly InvitedPlace[]) => (place: InvitedPlace) =>
    places.some(({ location, userRole }) => location === place.location && userRole === place.userRole);
  return [...before.filter((place) => !isIn(after)(place)), ...after.filter((place) => !isIn(before)(place))];
}
