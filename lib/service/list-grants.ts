import type { OrgScope } from '../custody/org-scope.ts';
import type { Grant } from '../custody/visibility/grant.ts';
import { type GrantKey, loadGrants } from '../store/grants.ts';

export type { GrantKey } from '../store/grants.ts';

/** Grants for a list. `next` is where the next page begins; absent on the last. */
export interface ListedGrants {
  readonly grants: readonly Grant[];
  readonly next: GrantKey | undefined;
}

/** What the scope's organisation has granted and was granted, the latest to begin first. */
export async function listGrants(
  scope: OrgScope,
  { limit, after }: { readonly limit: number; readonly after: GrantKey | undefined },
): Promise<ListedGrants> {
  const found = await loadGrants(scope, { limit: limit + 1, after });
  const grants = found.slice(0, limit);
  return { grants, next: found.length > limit ? grants.at(-1) : undefined };
}
