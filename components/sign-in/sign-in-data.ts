import type { DemoRole, FormAction } from '../frame/frame-data.ts';
import type { ActionAnswer, ProblemData } from '../ui/problem-data.ts';

export interface SignInState {
  readonly problem: ProblemData | null;
  /** What was typed, so that a refusal does not empty the field. */
  readonly email: string;
}

/** Signing in by a passkey: what the browser is to ask, and what came of it. `open` leads on to `next` by itself. */
export interface PasskeySignIn {
  readonly ask: () => Promise<ActionAnswer<PublicKeyCredentialRequestOptionsJSON>>;
  readonly open: (response: unknown, next: string | null) => Promise<ActionAnswer<string>>;
}

export interface SecondFactorScreenProps {
  /** Reads `kind` (`totp` or `recovery`) and `code`, and redirects to `next` when it is right. */
  readonly give: (previous: SecondFactorState, form: FormData) => Promise<SecondFactorState>;
  readonly next: string | null;
}

export interface SecondFactorState {
  readonly problem: ProblemData | null;
}

export interface SignInScreenProps {
  /** Reads `email` and `password`, and redirects to `next` when they are right. */
  readonly signIn: (previous: SignInState, form: FormData) => Promise<SignInState>;
  readonly passkey: PasskeySignIn;
  /** The page that was asked for, a path of this site. */
  readonly next: string | null;
  /** Demo accounts to enter with one click (posts `email`), in demo mode only. */
  readonly demo: { readonly roles: readonly DemoRole[]; readonly switchTo: FormAction } | null;
}
