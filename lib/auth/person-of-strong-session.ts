import { err, ok, type Result } from '../kernel/result.ts';
import { loadPasskeys } from '../store/passkeys.ts';
import { type Person, personOfSession } from './scope-of-session.ts';

export type StrongSessionError =
  | { readonly code: 'auth/no-credentials' }
  /** The person signs in by more than a password, and this session was opened without it. */
  | { readonly code: 'auth/second-factor-needed' };

/**
 * Who is signed in, where the session may change by what they sign in: one that a password alone opened may only as long as the person
 * has neither a second factor nor a passkey. Errors: `auth/no-credentials`, `auth/second-factor-needed`.
 */
export async function personOfStrongSession(headers: Headers): Promise<Result<Person, StrongSessionError>> {
  const person = await personOfSession(headers);
  if (!person.ok) return err({ code: 'auth/no-credentials' });
  const { isStrong, hasSecondFactor, userId } = person.value;
  if (isStrong) return ok(person.value);
  const hasMore = hasSecondFactor || (await loadPasskeys(userId)).length > 0;
  return hasMore ? err({ code: 'auth/second-factor-needed' }) : ok(person.value);
}
