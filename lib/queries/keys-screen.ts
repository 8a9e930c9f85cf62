import 'server-only';
import { administers } from '../auth/administers.ts';
import type { OrgScope, UserRole } from '../custody/org-scope.ts';
import { type Instant, instantText } from '../kernel/instant.ts';
import { API_SCOPES, type ApiKeyRow, type ApiScope, loadApiKeys } from '../store/api-keys.ts';
import { loadLocations } from '../store/locations.ts';

/** The API keys of an organisation. */
export interface KeysRow {
  readonly keys: readonly {
    readonly id: string;
    readonly name: string;
    /** `null`: the whole organisation. */
    readonly place: string | null;
    readonly role: UserRole;
    readonly scopes: readonly ApiScope[];
    readonly expiresAt: string;
    readonly lastUsedAt: string | null;
    readonly state: 'active' | 'expired' | 'revoked';
  }[];
  readonly places: readonly { readonly location: string | null; readonly name: string | null }[];
  readonly scopes: readonly ApiScope[];
}

/** The keys of the scope's organisation at `at`, newest first; for its administrators only, `undefined` for anybody else. */
export async function keysScreen(scope: OrgScope, at: Instant): Promise<KeysRow | undefined> {
  if (scope.userRole !== 'admin') return undefined;
  const [keys, locations, isWhole] = await Promise.all([
    loadApiKeys(scope),
    loadLocations(scope.organisation),
    administers(scope, undefined),
  ]);
  const names = new Map(locations.map(({ gln, name }) => [gln, name]));
  return {
    keys: keys.map((key) => ({
      id: key.id,
      name: key.name,
      place: key.location === undefined ? null : (names.get(key.location) ?? key.location),
      role: key.userRole,
      scopes: key.scopes,
      expiresAt: instantText(key.expiresAt),
      lastUsedAt: key.lastUsedAt === undefined ? null : instantText(key.lastUsedAt),
      state: stateOf(key, at),
    })),
    places: [
      ...(isWhole ? [{ location: null, name: null }] : []),
      ...locations
        .filter(({ gln }) => isWhole || gln === scope.location)
        .map(({ gln, name }) => ({ location: gln, name })),
    ],
    scopes: API_SCOPES,
  };
}

function stateOf({ revokedAt, expiresAt }: ApiKeyRow, at: Instant): KeysRow['keys'][number]['state'] {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt > at ? 'active' : 'expired';
}
