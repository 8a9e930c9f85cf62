import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import { loadParties } from '../store/organisations.ts';

/** Whether the reader may register, and so label, packs of a product of this holder: who holds it, its agents, and who plays in a sandbox. */
export async function mayRegister(scope: OrgScope, holder: Gln): Promise<boolean> {
  if (scope.userRole === 'viewer') return false;
  if (holder === scope.organisation || scope.sandbox) return true;
  return (await loadParties([holder])).get(holder)?.agents.includes(scope.organisation) === true;
}
