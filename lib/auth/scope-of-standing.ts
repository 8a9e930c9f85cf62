import type { OrgScope } from '../custody/org-scope.ts';
import { mintScope } from './mint-scope.ts';
import type { Standing } from './standing-of.ts';

/** The scope of a person who stands there. */
export function scopeOfStanding({ membership, location }: Standing, userId: string): OrgScope {
  const { organisation, organisationRole, realm, country, userRole } = membership;
  const actor = `user:${userId}`;
  return mintScope({ organisation, organisationRole, realm, country, userRole, location, actor });
}
