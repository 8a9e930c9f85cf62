import { issueApiKeyFor } from '../auth/issue-api-key.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { API_SCOPES } from '../store/api-keys.ts';

type KeyOrder = Parameters<typeof issueApiKeyFor>[1];

/** The `Authorization` header of a new key that stands where `scope` stands. */
export async function bearerOf(scope: OrgScope, changed: Partial<KeyOrder> = {}): Promise<string> {
  const { organisation, location, userRole } = scope;
  const order = { name: 'till', location, userRole, scopes: API_SCOPES, ...changed };
  const expiresAt = changed.expiresAt ?? ((Date.now() + 3_600_000) as Instant);
  return `Bearer ${(await issueApiKeyFor(organisation, { ...order, expiresAt }, 'test')).text}`;
}
