import type { OrgScope } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { findKeyHolderById } from '../store/api-keys.ts';
import { loadMemberships } from '../store/memberships.ts';
import type { AuthError } from './auth-error.ts';
import { scopeOfHolder } from './scope-of-api-key.ts';
import { scopeOfStanding } from './scope-of-standing.ts';
import { standingAt } from './standing-of.ts';

/**
 * The same scope as of this moment, for work that goes on after the request: a key that was revoked and a person who was taken out of
 * the organisation speak no more. Errors: `auth/bad-key`, `auth/expired-key`, `auth/forbidden`.
 */
export function renewScope(scope: OrgScope): Promise<Result<OrgScope, AuthError>> {
  const [kind, id] = split(scope.actor);
  if (kind === 'key') return renewKey(id);
  if (kind === 'user') return renewMember(scope, id);
  return Promise.resolve(kind === 'platform' ? ok(scope) : err({ code: 'auth/forbidden' }));
}

async function renewKey(id: string): Promise<Result<OrgScope, AuthError>> {
  const holder = await findKeyHolderById(id);
  return holder ? scopeOfHolder(holder) : err({ code: 'auth/bad-key' });
}

/** Where the session stood, as long as the membership still allows it. */
async function renewMember(scope: OrgScope, userId: string): Promise<Result<OrgScope, AuthError>> {
  const standing = standingAt(await loadMemberships(userId), scope.organisation, scope.location);
  return standing ? ok(scopeOfStanding(standing, userId)) : err({ code: 'auth/forbidden' });
}

function split(actor: string): readonly [string, string] {
  const at = actor.indexOf(':');
  return [actor.slice(0, at), actor.slice(at + 1)];
}
