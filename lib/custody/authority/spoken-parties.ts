import type { Gln } from '../../gs1/gln.ts';
import type { OrgScope } from '../org-scope.ts';
import type { AuthorityFacts } from './authority-facts.ts';

/** The organisations that the caller may speak for here: itself, and who made it its agent (custody.md 5). */
export function spokenParties(scope: OrgScope, { principals }: AuthorityFacts): ReadonlySet<Gln> {
  const appointed = principals
    .filter(({ agents }) => agents.includes(scope.organisation))
    .map(({ gln }) => gln);
  return new Set([scope.organisation, ...appointed]);
}
