import type { OrgScope } from '../custody/org-scope.ts';
import { momentOf } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ApiScope, KeyHolder } from '../store/api-keys.ts';
import { apiKeyHash, parseApiKey } from './api-key.ts';
import type { AuthError } from './auth-error.ts';
import { cachedKeyHolder } from './key-cache.ts';
import { mintScope } from './mint-scope.ts';
import { noteKeyUse } from './note-key-use.ts';

/** A scope with what its key may be used for. */
export interface KeyedScope {
  readonly scope: OrgScope;
  readonly apiScopes: readonly ApiScope[];
}

/** Turns the text after `Bearer` into a scope, and notes the use of the key from `address`. Errors: `auth/bad-key`, `auth/expired-key`. */
export async function scopeOfApiKey(
  bearer: string,
  address: string | undefined,
): Promise<Result<KeyedScope, AuthError>> {
  const key = parseApiKey(bearer);
  if (!key) return err({ code: 'auth/bad-key' });
  const holder = await cachedKeyHolder(apiKeyHash(key));
  if (!holder) return err({ code: 'auth/bad-key' });
  const scope = scopeOfHolder(holder);
  if (!scope.ok) return scope;
  noteKeyUse({ key: holder.id, organisation: holder.organisation, address }, momentOf(Date.now()));
  return ok({ scope: scope.value, apiScopes: holder.scopes });
}

/** The scope of a key at this moment. Errors: `auth/bad-key`, `auth/expired-key`. */
export function scopeOfHolder(holder: KeyHolder): Result<OrgScope, AuthError> {
  if (holder.revoked) return err({ code: 'auth/bad-key' });
  if (holder.expiresAt <= Date.now()) return err({ code: 'auth/expired-key' });
  const { id, organisation, organisationRole, realm, country, userRole, location } = holder;
  const actor = `key:${id}`;
  return ok(mintScope({ organisation, organisationRole, realm, country, userRole, location, actor }));
}
