import type { ActionAnswer } from '../../components/ui/problem-data.ts';
import { refused, titleOf } from './action-problem.ts';

interface AccountError {
  readonly code: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly shortest?: number;
}

/** What people are told where the words of the interface are not theirs. */
const SENTENCES: Readonly<Record<string, readonly [title: string, detail?: string]>> = {
  'auth/no-credentials': ['You are not signed in any more.', 'Sign in, and try again.'],
  'auth/forbidden': ['Only an administrator of these places may do this.'],
  'auth/wrong-password': ['This is not your password.', 'Look whether Caps Lock is on.'],
  'auth/wrong-code': [
    'This code does not hold.',
    'A code of the app holds half a minute and is taken once. Look whether the phone’s clock is right.',
  ],
  'auth/sign-in-again': ['It is too long since you signed in.', 'Sign out, sign in, and try again.'],
  'auth/second-factor-demanded': ['Your organisation demands it.'],
  'auth/second-factor-needed': [
    'You have signed in without a second factor.',
    'Set yours up first: the demand would shut you out.',
  ],
  'auth/passkey-refused': [
    'The passkey was not accepted.',
    'It must ask for a fingerprint, a face or a PIN, and belong to this site.',
  ],
  'invitation/not-valid': [
    'This invitation cannot be accepted any more.',
    'It was used, taken back or is too old. Ask for another.',
  ],
  'invitation/other-person': ['This invitation is for another address than the one you signed in with.'],
  'invitation/sign-in-first': ['Somebody signs in with this address already.', 'Sign in first, then accept.'],
  'person/email': ['This is no e-mail address.'],
  'person/places': ['Choose at least one place of the organisation, each once.'],
  'person/self': ['What you are yourself, somebody else changes.'],
  'not-found': ['There is no such thing any more.', 'Load the page again.'],
};

/** Why something about accounts was not done, in words. */
export function accountProblem({ code, retryAfterSeconds, shortest }: AccountError): ActionAnswer<never> {
  if (code === 'rate/limited')
    return refused({
      code,
      title: 'Too many attempts.',
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  if (shortest !== undefined)
    return refused({ code, title: `A password has at least ${shortest} characters.` });
  const [title, detail] = SENTENCES[code] ?? [titleOf(code)];
  return refused({ code, title, detail });
}
