import { type IssuedKey, issueApiKeyFor, type KeyOrder, revokeApiKey } from '../../auth/issue-api-key.ts';
import type { Gln } from '../../gs1/gln.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { platformScope } from '../platform-scope.ts';

/** Why the platform cannot act for an organisation: it is not registered, or the location is not its own. */
export interface NotRegistered {
  readonly code: 'organisation/not-registered';
}

const ACTOR = 'platform:cli';

/** Issues a key on behalf of the platform. Its text is told this once. */
export async function issueKey(
  organisation: Gln,
  order: KeyOrder,
): Promise<Result<IssuedKey, NotRegistered>> {
  const scope = await platformScope({ organisation, location: order.location, actor: ACTOR });
  if (!scope) return err({ code: 'organisation/not-registered' });
  return ok(await issueApiKeyFor(organisation, order, ACTOR));
}

/** Ends a key of an organisation. False: there is none of this id, or it is revoked already. */
export async function revokeKey(organisation: Gln, id: string): Promise<Result<boolean, NotRegistered>> {
  const scope = await platformScope({ organisation, location: undefined, actor: ACTOR });
  if (!scope) return err({ code: 'organisation/not-registered' });
  const revoked = await revokeApiKey(scope, id);
  if (!revoked.ok) throw new Error('the platform administers every organisation');
  return ok(revoked.value);
}
