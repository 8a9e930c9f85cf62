import type { OrgScope } from '../../custody/org-scope.ts';
import type { InvitedPlace } from '../../store/invitations.ts';
import { loadLocations } from '../../store/locations.ts';

/** Whether every location named is the scope's organisation's own, and none stands twice. */
export async function isOwnPlaces(scope: OrgScope, places: readonly InvitedPlace[]): Promise<boolean> {
  const own = new Set((await loadLocations(scope.organisation)).map(({ gln }) => gln));
  const named = places.map(({ location }) => location);
  return new Set(named).size === named.length && named.every((gln) => gln === undefined || own.has(gln));
}
