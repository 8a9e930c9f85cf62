import { err, ok, type Result } from '../kernel/result.ts';
import { findPerson } from '../store/load-people.ts';
import { countGuesses, noteGuess } from '../store/sign-in-guesses.ts';
import { askSignInEngine } from './ask-sign-in-engine.ts';
import { noteSignIn, type Whereabouts } from './note-sign-in.ts';
import { type RateLimited, retryAfter } from './retry-after.ts';
import { type SessionCookie, sessionCookiesOf } from './session-cookie.ts';
import { signInEngine } from './sign-in-engine.ts';

/** Why nobody was signed in. Which of address and password was wrong is not told. */
export type SignInError = { readonly code: 'auth/wrong-credentials' } | RateLimited;

/** What was opened: a session, or the question for the second factor that must come before one. */
export interface Opened {
  readonly asks: 'nothing' | 'second-factor';
  readonly cookies: readonly SessionCookie[];
}

const LIMITED = 429;
/** Wrong passwords for one e-mail address in a quarter of an hour, from wherever. A passkey still opens a session meanwhile. */
const MOST_GUESSES = 30;
const GUESSES_SECONDS = 15 * 60;
const NOBODY = '';

/**
 * Signs a person in by the form of the site, within the limits of the engine per client address and ours per e-mail address, whether
 * anybody signs in with that or not. Errors: `auth/wrong-credentials`, `rate/limited`.
 */
export async function openSession(
  email: string,
  password: string,
  from: Whereabouts,
): Promise<Result<Opened, SignInError>> {
  if ((await countGuesses(email)) >= MOST_GUESSES)
    return err({ code: 'rate/limited', retryAfterSeconds: GUESSES_SECONDS });
  const answer = await askSignInEngine({ path: 'sign-in/email', body: { email, password }, ...from });
  if (answer.status === LIMITED) return err(retryAfter(answer));
  // The same work for an address that nobody has, so that time does not tell either.
  const userId = (await findPerson(email)) ?? NOBODY;
  if (!answer.ok) {
    await noteGuess(email);
    await noteSignIn(userId, 'refused-password', from);
    return err({ code: 'auth/wrong-credentials' });
  }
  const cookies = sessionCookiesOf(answer.headers);
  const { twoFactorRedirect } = (await answer.json()) as { readonly twoFactorRedirect?: boolean };
  if (twoFactorRedirect) return ok({ asks: 'second-factor', cookies });
  await noteSignIn(userId, 'signed-in', from, 'password');
  return ok({ asks: 'nothing', cookies });
}

/** Ends the session in `headers`, in the database too: the cookies that take it out of the browser. */
export async function closeSession(from: Whereabouts): Promise<readonly SessionCookie[]> {
  const { headers } = from;
  const { api } = signInEngine();
  const found = await api.getSession({ headers });
  const answer = await api.signOut({ headers, asResponse: true });
  if (found) await noteSignIn(found.user.id, 'signed-out', from);
  return sessionCookiesOf(answer.headers);
}
