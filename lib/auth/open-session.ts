import { env } from '../env.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type SessionCookie, sessionCookiesOf } from './session-cookie.ts';
import { handleSignIn } from './sign-in.ts';
import { signInEngine } from './sign-in-engine.ts';

/** Why nobody was signed in. Which of address and password was wrong is not told. */
export type SignInError =
  | { readonly code: 'auth/wrong-credentials' }
  | { readonly code: 'rate/limited'; readonly retryAfterSeconds: number };

const LIMITED = 429;

/**
 * Signs a person in by the form of the site, within the limits of `handleSignIn` per client address: the cookies to set.
 * Errors: `auth/wrong-credentials`, `rate/limited`.
 */
export async function openSession(
  email: string,
  password: string,
  clientAddress: string,
): Promise<Result<readonly SessionCookie[], SignInError>> {
  const { baseUrl } = env();
  const answer = await handleSignIn(
    new Request(`${baseUrl}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: baseUrl, 'x-forwarded-for': clientAddress },
      body: JSON.stringify({ email, password }),
    }),
  );
  if (answer.ok) return ok(sessionCookiesOf(answer.headers));
  if (answer.status !== LIMITED) return err({ code: 'auth/wrong-credentials' });
  return err({ code: 'rate/limited', retryAfterSeconds: Number(answer.headers.get('x-retry-after') ?? 60) });
}

/** Ends the session in `headers`, in the database too: the cookies that take it out of the browser. */
export async function closeSession(headers: Headers): Promise<readonly SessionCookie[]> {
  const answer = await signInEngine().api.signOut({ headers, asResponse: true });
  return sessionCookiesOf(answer.headers);
}
