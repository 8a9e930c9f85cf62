import type { Gln } from '../gs1/gln.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { bindSession } from '../store/memberships.ts';
import type { AuthError } from './auth-error.ts';
import { personOfSession } from './scope-of-session.ts';

/**
 * Binds the session in `headers` to another location (`undefined`: the whole organisation) or another organisation of its person.
 * It is logged. Errors: `auth/no-credentials`; `auth/forbidden` where the membership does not allow it, and then nothing changes.
 */
export async function changeLocation(
  headers: Headers,
  organisation: Gln,
  location: Gln | undefined,
): Promise<Result<void, AuthError>> {
  const person = await personOfSession(headers);
  if (!person.ok) return person;
  const { sessionId, userId } = person.value;
  const bound = await bindSession({ sessionId, userId, organisation, location });
  return bound ? ok(undefined) : err({ code: 'auth/forbidden' });
}
