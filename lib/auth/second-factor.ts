import { err, ok, type Result } from '../kernel/result.ts';
import { takeOneTimeCode } from '../store/one-time-codes.ts';
import { deleteSessions } from '../store/sessions.ts';
import { askSignInEngine } from './ask-sign-in-engine.ts';
import { noteSignIn, type Whereabouts } from './note-sign-in.ts';
import { type RateLimited, retryAfter } from './retry-after.ts';
import { type SessionCookie, sessionCookiesOf } from './session-cookie.ts';
import { signInEngine } from './sign-in-engine.ts';

/** What may be given beside the password: a code of the authenticator app, or a recovery code. */
export type SecondFactorKind = 'totp' | 'recovery';

export type SecondFactorError =
  | { readonly code: 'auth/wrong-code' }
  /** The password was given too long ago, or wrong codes too often. */
  | { readonly code: 'auth/sign-in-again' }
  | RateLimited;

const PATHS: Readonly<Record<SecondFactorKind, string>> = {
  totp: 'two-factor/verify-totp',
  recovery: 'two-factor/verify-backup-code',
};
const LIMITED = 429;
const LOCKED_SECONDS = 900;

/**
 * Ends a sign-in that asked for a second factor: the cookies of the session. A code of the app is taken once (RFC 6238 section 5.2), a
 * recovery code too. Errors: `auth/wrong-code`, `auth/sign-in-again`, `rate/limited` (also after ten wrong codes in a row, for a quarter
 * of an hour).
 */
export async function giveSecondFactor(
  kind: SecondFactorKind,
  code: string,
  from: Whereabouts,
): Promise<Result<readonly SessionCookie[], SecondFactorError>> {
  const asked = await questionIn(from.headers);
  if (!asked) return err({ code: 'auth/sign-in-again' });
  const { headers, userId } = asked;
  const answer = await askSignInEngine({ path: PATHS[kind], body: { code }, headers, address: from.address });
  if (!answer.ok) {
    if (userId !== undefined) await noteSignIn(userId, 'refused-code', from);
    return err(await faultOf(answer));
  }
  const { user, token } = (await answer.json()) as {
    readonly user: { readonly id: string };
    readonly token: string;
  };
  if (kind === 'totp' && !(await takeOneTimeCode(user.id, code))) {
    await endSessionOf(user.id, token);
    await noteSignIn(user.id, 'refused-code', from);
    return err({ code: 'auth/wrong-code' });
  }
  await noteSignIn(user.id, 'signed-in', from, kind);
  return ok(sessionCookiesOf(answer.headers));
}

async function faultOf(answer: Response): Promise<SecondFactorError> {
  const { code } = (await answer.json()) as { readonly code?: string };
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED')
    return { code: 'rate/limited', retryAfterSeconds: LOCKED_SECONDS };
  if (answer.status === LIMITED) return retryAfter(answer);
  return {
    code: code?.startsWith('INVALID_') && !code.includes('COOKIE') ? 'auth/wrong-code' : 'auth/sign-in-again',
  };
}

async function endSessionOf(userId: string, token: string): Promise<void> {
  const { internalAdapter } = await signInEngine().$context;
  const found = await internalAdapter.findSession(token);
  if (found) await deleteSessions(userId, found.session.id);
}

/**
 * The question for the second factor that the password has led to, and no other cookie: a session that is open beside it must not answer
 * for it. Whose question it is, is for the log alone: the cookie is not verified here.
 */
async function questionIn(headers: Headers) {
  const { createAuthCookie, internalAdapter } = await signInEngine().$context;
  const { name } = createAuthCookie('two_factor');
  const cookies = headers.get('cookie')?.split(/; */) ?? [];
  const cookie = cookies.find((pair) => pair.startsWith(`${name}=`));
  if (cookie === undefined) return undefined;
  const value = decoded(cookie.slice(name.length + 1));
  const question = await internalAdapter.findVerificationValue(value.slice(0, value.lastIndexOf('.')));
  const agent = headers.get('user-agent');
  const asked = new Headers({ cookie, ...(agent && { 'user-agent': agent }) });
  return { headers: asked, userId: question?.value };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
