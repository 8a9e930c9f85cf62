/**
 * lib/auth: turns a session or an API key into an `OrgScope`: who speaks, from where, and what for (custody.md 5).
 */
import type { OrganisationRole, OrgScope, Realm, UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';

/** What the database says about the holder of a session or a key. */
export interface ScopeFacts {
  readonly organisation: Gln;
  readonly organisationRole: OrganisationRole;
  readonly realm: Realm;
  readonly country: string;
  readonly userRole: UserRole;
  /** `undefined` only where bound expressly to the whole organisation. */
  readonly location: Gln | undefined;
  /** `user:<id>` or `key:<id>`. */
  readonly actor: string;
}

/** The only mint of {@link OrgScope}. Whoever calls it vouches that the database has just said so. */
export const mintScope = (facts: ScopeFacts): OrgScope =>
  ({ ...facts, sandbox: facts.realm !== 0, purpose: purposeOf(facts.organisationRole) }) as OrgScope;

/** What an organisation of this role reads for. */
export function purposeOf(role: OrganisationRole): OrgScope['purpose'] {
  if (role === 'regulator') return 'inspection';
  return role === 'auditor' ? 'audit' : 'operations';
}
