import type { Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { deletePasskey } from '../store/passkeys.ts';
import { askSignInEngine } from './ask-sign-in-engine.ts';
import { noteSignIn, type Whereabouts } from './note-sign-in.ts';
import { personOfStrongSession, type StrongSessionError } from './person-of-strong-session.ts';
import { type RateLimited, retryAfter } from './retry-after.ts';
import { personOfSession } from './scope-of-session.ts';
import { type SessionCookie, sessionCookiesOf } from './session-cookie.ts';

/** What the browser is to ask its authenticator (WebAuthn level 3 section 5.4 and 5.5, as JSON), and the cookie that remembers it. */
export interface PasskeyQuestion {
  readonly options: Json;
  readonly cookies: readonly SessionCookie[];
}

export type PasskeyError =
  | StrongSessionError
  /** Signing in was too long ago to add another way of doing it. */
  | { readonly code: 'auth/sign-in-again' }
  /** What the authenticator answered is not what was asked for. */
  | { readonly code: 'auth/passkey-refused' }
  | RateLimited;

/**
 * What a new passkey of who is signed in is asked for. Errors: those of {@link personOfStrongSession}, `auth/sign-in-again`,
 * `rate/limited`.
 */
export async function askForNewPasskey(from: Whereabouts): Promise<Result<PasskeyQuestion, PasskeyError>> {
  const person = await personOfStrongSession(from.headers);
  return person.ok ? question('passkey/generate-register-options', from) : person;
}

/** Keeps the passkey that the authenticator has made. Errors: as of {@link askForNewPasskey}, and `auth/passkey-refused`. */
export async function keepPasskey(
  response: object,
  name: string,
  from: Whereabouts,
): Promise<Result<void, PasskeyError>> {
  const person = await personOfStrongSession(from.headers);
  if (!person.ok) return person;
  const answer = await askSignInEngine({
    path: 'passkey/verify-registration',
    body: { response, name },
    ...from,
  });
  if (!answer.ok) return err(await faultOf(answer));
  await noteSignIn(person.value.userId, 'passkey-added', from);
  return ok(undefined);
}

/** Takes a passkey of who is signed in away. False where there is none of this id. Errors: `auth/no-credentials`. */
export async function removePasskey(id: string, from: Whereabouts): Promise<Result<boolean, PasskeyError>> {
  const person = await personOfSession(from.headers);
  if (!person.ok) return err({ code: 'auth/no-credentials' });
  const removed = await deletePasskey(person.value.userId, id);
  if (removed) await noteSignIn(person.value.userId, 'passkey-removed', from);
  return ok(removed);
}

/** What a passkey is asked for at sign-in; whose it is, it says itself. Errors: `rate/limited`. */
export const askForPasskey = (from: Whereabouts): Promise<Result<PasskeyQuestion, PasskeyError>> =>
  question('passkey/generate-authenticate-options', { ...from, headers: new Headers() });

/** Signs in by what the passkey answered: the cookies of the session. Errors: `auth/passkey-refused`, `rate/limited`. */
export async function openSessionByPasskey(
  response: object,
  from: Whereabouts,
): Promise<Result<readonly SessionCookie[], PasskeyError>> {
  const answer = await askSignInEngine({
    path: 'passkey/verify-authentication',
    body: { response },
    ...from,
  });
  if (!answer.ok) return err(await faultOf(answer));
  const { user } = (await answer.json()) as { readonly user: { readonly id: string } };
  await noteSignIn(user.id, 'signed-in', from, 'passkey');
  return ok(sessionCookiesOf(answer.headers));
}

async function question(path: string, from: Whereabouts): Promise<Result<PasskeyQuestion, PasskeyError>> {
  const answer = await askSignInEngine({ path, ...from });
  if (!answer.ok) return err(await faultOf(answer));
  return ok({ options: (await answer.json()) as Json, cookies: sessionCookiesOf(answer.headers) });
}

const LIMITED = 429;

async function faultOf(answer: Response): Promise<PasskeyError> {
  if (answer.status === LIMITED) return retryAfter(answer);
  const { code } = (await answer.json().catch(() => ({}))) as { readonly code?: string };
  if (code === 'SESSION_NOT_FRESH') return { code: 'auth/sign-in-again' };
  return { code: code === 'UNAUTHORIZED' ? 'auth/no-credentials' : 'auth/passkey-refused' };
}
