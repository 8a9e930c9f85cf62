import type { Gln } from '../../gs1/gln.ts';
import type { OrgScope } from '../org-scope.ts';
import type { AuthorityFacts } from './authority-facts.ts';
import type { Speech } from './speech.ts';

/**
 * The organisations that the caller may speak for here: itself, and who made it its agent (custody.md 5); where the
 * speech names one of them, only that one beside itself.
 */
export function spokenParties(
  scope: OrgScope,
  { onBehalfOf }: Speech,
  { principals }: AuthorityFacts,
): ReadonlySet<Gln> {
  const appointed = principals
    .filter(({ agents }) => agents.includes(scope.organisation))
    .map(({ gln }) => gln)
    .filter((gln) => onBehalfOf === undefined || gln === onBehalfOf);
  return new Set([scope.organisation, ...appointed]);
}
