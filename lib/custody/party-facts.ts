import type { Gln } from '../gs1/gln.ts';
import type { OrganisationRole } from './org-scope.ts';

/** What the rules need to know of an organisation that an event or a state names. */
export interface PartyFacts {
  readonly gln: Gln;
  readonly name: string;
  readonly role: OrganisationRole;
  readonly country: string;
  readonly ownerGroup: string | undefined;
  /** Organisations that this one has made its agents (contract manufacturer, logistics). */
  readonly agents: readonly Gln[];
  /** GS1 company prefixes assigned to it by the platform's administrator. */
  readonly companyPrefixes: readonly string[];
}

/** A place of an organisation. `timeZone` is an IANA name. */
export interface LocationFacts {
  readonly gln: Gln;
  readonly organisation: Gln;
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
}
