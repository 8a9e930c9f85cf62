import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { isOnlyPlace } from '../store/is-only-place.ts';

/**
 * Whether the holder of `scope` administers `location` of its organisation (`undefined`: all of it). Who stands at one location
 * administers that, and the whole organisation only where it has no other.
 */
export async function administers(scope: OrgScope, location: Gln | undefined): Promise<boolean> {
  if (scope.userRole !== 'admin') return false;
  return scope.location === undefined || scope.location === location || (await isOnlyPlace(scope));
}
