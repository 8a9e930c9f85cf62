import { err, ok, type Result } from '../kernel/result.ts';
import { deleteSessions } from '../store/sessions.ts';
import type { AuthError } from './auth-error.ts';
import { noteSignIn, type Whereabouts } from './note-sign-in.ts';
import { personOfSession } from './scope-of-session.ts';
import { signInEngine } from './sign-in-engine.ts';

/**
 * Ends a session of who is signed in, or all of them, this one too (`undefined`): at once, in every process. Gives how many have ended.
 * Errors: `auth/no-credentials`.
 */
export async function endSessions(
  id: string | undefined,
  from: Whereabouts,
): Promise<Result<number, AuthError>> {
  const person = await personOfSession(from.headers);
  if (!person.ok) return person;
  const ended = await deleteSessions(person.value.userId, id);
  if (ended > 0) await noteSignIn(person.value.userId, 'sessions-ended', from);
  return ended > 0 || id === undefined ? ok(ended) : err({ code: 'auth/forbidden' });
}

/** Ends every session of who is signed in but this one: at once, in every process. Gives how many have ended. Errors: `auth/no-credentials`. */
export async function endOtherSessions(from: Whereabouts): Promise<Result<number, AuthError>> {
  const person = await personOfSession(from.headers);
  if (!person.ok) return person;
  const { userId, sessionId } = person.value;
  const { adapter } = await signInEngine().$context;
  const ended = await adapter.deleteMany({
    model: 'session',
    where: [
      { field: 'userId', value: userId },
      { field: 'id', operator: 'ne', value: sessionId },
    ],
  });
  if (ended > 0) await noteSignIn(userId, 'sessions-ended', from);
  return ok(ended);
}
