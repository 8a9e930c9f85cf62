import type { OrgScope, UserRole } from '../custody/org-scope.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiScope } from '../store/api-keys.ts';
import type { AuthError } from './auth-error.ts';
import { scopeOfApiKey } from './scope-of-api-key.ts';
import { scopeOfSession } from './scope-of-session.ts';

/** What each user role may do; a key has what its role and its own list both allow. */
const MAY: Readonly<Record<UserRole, readonly ApiScope[]>> = {
  admin: ['administer', 'capture', 'packs', 'query', 'verify'],
  operator: ['capture', 'packs', 'query', 'verify'],
  viewer: ['query'],
};

/**
 * Who sends `request`, and that they may do what `wanted` names: by `Authorization: Bearer` where it is given, else by the session's
 * cookie. The use of a key is logged with `address`. Errors: `auth/no-credentials`, `auth/bad-key`, `auth/expired-key`, `auth/forbidden`.
 */
export async function authenticate(
  request: Pick<Request, 'headers'>,
  wanted: ApiScope,
  address?: string,
): Promise<Result<OrgScope, AuthError>> {
  const authorization = request.headers.get('authorization');
  const found =
    authorization === null ? await bySession(request.headers) : await byKey(authorization, wanted, address);
  if (!found.ok) return found;
  return MAY[found.value.userRole].includes(wanted) ? found : err({ code: 'auth/forbidden' });
}

const bySession = (headers: Headers): Promise<Result<OrgScope, AuthError>> =>
  headers.has('cookie') ? scopeOfSession(headers) : Promise.resolve(err({ code: 'auth/no-credentials' }));

async function byKey(
  authorization: string,
  wanted: ApiScope,
  address: string | undefined,
): Promise<Result<OrgScope, AuthError>> {
  const bearer = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (bearer === undefined) return err({ code: 'auth/no-credentials' });
  const keyed = await scopeOfApiKey(bearer, address);
  if (!keyed.ok) return keyed;
  return keyed.value.apiScopes.includes(wanted) ? ok(keyed.value.scope) : err({ code: 'auth/forbidden' });
}
