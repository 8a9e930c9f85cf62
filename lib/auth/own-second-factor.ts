import { err, ok, type Result } from '../kernel/result.ts';
import { takeOneTimeCode } from '../store/one-time-codes.ts';
import { askSignInEngine } from './ask-sign-in-engine.ts';
import { endOtherSessions } from './end-sessions.ts';
import { noteSignIn, type Whereabouts } from './note-sign-in.ts';
import { personOfStrongSession, type StrongSessionError } from './person-of-strong-session.ts';
import { type RateLimited, retryAfter } from './retry-after.ts';
import { personOfSession } from './scope-of-session.ts';
import { type SessionCookie, sessionCookiesOf } from './session-cookie.ts';
import { signInEngine } from './sign-in-engine.ts';

/** What an authenticator app is told, and what is kept for the day on which it is lost. Both are shown once. */
export interface NewSecondFactor {
  /** `otpauth://totp/…`, as authenticator apps read it from a QR code. */
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
}

export type OwnFactorError =
  | StrongSessionError
  | { readonly code: 'auth/wrong-password' }
  | { readonly code: 'auth/wrong-code' }
  /** One of the person's organisations demands it. */
  | { readonly code: 'auth/second-factor-demanded' }
  | RateLimited;

/**
 * Makes a secret and recovery codes for who is signed in. It is asked for from the first code on that {@link confirmSecondFactor} is
 * given; where a second factor is on, the new one takes its place at once. Errors: those of {@link personOfStrongSession},
 * `auth/wrong-password`, `rate/limited`.
 */
export async function beginSecondFactor(
  password: string,
  from: Whereabouts,
): Promise<Result<NewSecondFactor, OwnFactorError>> {
  const person = await personOfStrongSession(from.headers);
  if (!person.ok) return person;
  const answer = await askSignInEngine({ path: 'two-factor/enable', body: { password }, ...from });
  if (!answer.ok) return err(await faultOf(answer));
  const { hasSecondFactor, userId } = person.value;
  if (hasSecondFactor) await noteSignIn(userId, 'second-factor-renewed', from);
  const { totpURI, backupCodes } = (await answer.json()) as {
    readonly totpURI: string;
    readonly backupCodes: readonly string[];
  };
  return ok({ uri: totpURI, recoveryCodes: backupCodes });
}

/**
 * Turns the second factor on by the first code of the app: the cookies of the session that takes this one's place. Every other session
 * of the person ends: none that a password alone opened outlives it. Errors: `auth/no-credentials`, `auth/wrong-code`, `rate/limited`.
 */
export async function confirmSecondFactor(
  code: string,
  from: Whereabouts,
): Promise<Result<readonly SessionCookie[], OwnFactorError>> {
  const person = await personOfSession(from.headers);
  if (!person.ok) return err({ code: 'auth/no-credentials' });
  const answer = await askSignInEngine({ path: 'two-factor/verify-totp', body: { code }, ...from });
  if (!answer.ok) return err(await faultOf(answer));
  const { userId } = person.value;
  await takeOneTimeCode(userId, code);
  await noteSignIn(userId, 'second-factor-on', from);
  const cookies = sessionCookiesOf(answer.headers);
  await endOtherSessions(withCookies(cookies, from));
  return ok(cookies);
}

/**
 * Turns the second factor off: the cookies of the session that takes this one's place. Errors: those of
 * {@link personOfStrongSession}, `auth/wrong-password`, `auth/second-factor-demanded`, `rate/limited`.
 */
export async function removeSecondFactor(
  password: string,
  from: Whereabouts,
): Promise<Result<readonly SessionCookie[], OwnFactorError>> {
  const person = await personOfStrongSession(from.headers);
  if (!person.ok) return person;
  const { memberships, userId } = person.value;
  if (memberships.some(({ demandsSecondFactor }) => demandsSecondFactor))
    return err({ code: 'auth/second-factor-demanded' });
  const answer = await askSignInEngine({ path: 'two-factor/disable', body: { password }, ...from });
  if (!answer.ok) return err(await faultOf(answer));
  await noteSignIn(userId, 'second-factor-off', from);
  return ok(sessionCookiesOf(answer.headers));
}

/**
 * Makes new recovery codes in the place of the old ones. Errors: those of {@link personOfStrongSession}, `auth/wrong-password`,
 * `rate/limited`.
 */
export async function renewRecoveryCodes(
  password: string,
  from: Whereabouts,
): Promise<Result<readonly string[], OwnFactorError>> {
  const person = await personOfStrongSession(from.headers);
  if (!person.ok) return person;
  const path = 'two-factor/generate-backup-codes';
  const answer = await askSignInEngine({ path, body: { password }, ...from });
  if (!answer.ok) return err(await faultOf(answer));
  await noteSignIn(person.value.userId, 'recovery-codes-renewed', from);
  const { backupCodes } = (await answer.json()) as { readonly backupCodes: readonly string[] };
  return ok(backupCodes);
}

/** How many recovery codes a person with a second factor has left. */
export async function recoveryCodesLeft(userId: string): Promise<number> {
  const { backupCodes } = await signInEngine().api.viewBackupCodes({ body: { userId } });
  return backupCodes.length;
}

/** The same browser, once it has taken `cookies`. */
function withCookies(cookies: readonly SessionCookie[], { headers, address }: Whereabouts): Whereabouts {
  const isNew = (pair: string) => cookies.some(({ name }) => pair.startsWith(`${name}=`));
  const kept = (headers.get('cookie') ?? '').split(/; */).filter((pair) => pair !== '' && !isNew(pair));
  const set = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  const after = new Headers(headers);
  after.set('cookie', [...kept, ...set].join('; '));
  return { headers: after, address };
}

const LIMITED = 429;

async function faultOf(answer: Response): Promise<OwnFactorError> {
  if (answer.status === LIMITED) return retryAfter(answer);
  const { code } = (await answer.json()) as { readonly code?: string };
  if (code === 'INVALID_PASSWORD') return { code: 'auth/wrong-password' };
  return { code: code === 'INVALID_CODE' ? 'auth/wrong-code' : 'auth/no-credentials' };
}
