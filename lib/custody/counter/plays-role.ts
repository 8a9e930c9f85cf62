import type { OrganisationRole } from '../org-scope.ts';
import type { PartyFacts } from '../party-facts.ts';
import type { CounterFacts } from './counter-facts.ts';

/** Is the party of one of the kinds that may say this? A sandbox organisation plays every part. */
export const playsRole = (
  { sandbox }: CounterFacts,
  party: PartyFacts | undefined,
  roles: readonly OrganisationRole[],
): boolean => sandbox === true || (party !== undefined && roles.includes(party.role));
