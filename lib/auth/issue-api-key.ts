import type { OrgScope, UserRole } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type ApiScope, findKeyHolderById, insertApiKey, revokeKeyRow } from '../store/api-keys.ts';
import { loadPlaces } from '../store/organisations.ts';
import { administers } from './administers.ts';
import { apiKeyHash, makeApiKey } from './api-key.ts';
import type { AuthError } from './auth-error.ts';
import { forgetKey } from './key-cache.ts';

/** What a new key is to be. */
export interface KeyOrder {
  readonly name: string;
  /** One of the organisation's own; `undefined`: expressly the whole organisation. */
  readonly location: Gln | undefined;
  readonly userRole: UserRole;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Instant;
}

/** A key just made. `text` is told this once. */
export interface IssuedKey {
  readonly id: string;
  readonly text: string;
}

/** Makes a key for `organisation` on behalf of the platform; for the command line and the demo world. `actor` is logged. */
export async function issueApiKeyFor(organisation: Gln, order: KeyOrder, actor: string): Promise<IssuedKey> {
  const key = makeApiKey();
  await insertApiKey({ ...order, id: key.id, organisation, secretSha256: apiKeyHash(key) }, actor);
  return { id: key.id, text: key.text };
}

/** Makes a key for the organisation of `scope`, or a place of its. Errors: `auth/forbidden` unless who administers that asks. */
export async function issueApiKey(scope: OrgScope, order: KeyOrder): Promise<Result<IssuedKey, AuthError>> {
  const { location } = order;
  const owner = location && (await loadPlaces([location])).get(location)?.organisation;
  if (location !== undefined && owner !== scope.organisation) return err({ code: 'auth/forbidden' });
  if (!(await administers(scope, location))) return err({ code: 'auth/forbidden' });
  return ok(await issueApiKeyFor(scope.organisation, order, scope.actor));
}

/**
 * Ends a key of the organisation of `scope`: at once in this process, within five seconds in every other. Errors: `auth/forbidden`
 * unless who administers the place of the key asks, as at its making. False: there is no such key, or it is revoked already.
 */
export async function revokeApiKey(scope: OrgScope, id: string): Promise<Result<boolean, AuthError>> {
  if (scope.userRole !== 'admin') return err({ code: 'auth/forbidden' });
  const key = await findKeyHolderById(id);
  if (key?.organisation !== scope.organisation) return ok(false);
  if (!(await administers(scope, key.location))) return err({ code: 'auth/forbidden' });
  const revoked = await revokeKeyRow(scope, id);
  forgetKey(id);
  return ok(revoked);
}
