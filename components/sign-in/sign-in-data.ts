import type { DemoRole, FormAction } from '../frame/frame-data.ts';
import type { ProblemData } from '../ui/problem-data.ts';

export interface SignInState {
  readonly problem: ProblemData | null;
  /** What was typed, so that a refusal does not empty the field. */
  readonly email: string;
}

export interface SignInScreenProps {
  /** Reads `email` and `password`, and redirects to `next` when they are right. */
  readonly signIn: (previous: SignInState, form: FormData) => Promise<SignInState>;
  /** The page that was asked for, a path of this site. */
  readonly next: string | null;
  /** Demo accounts to enter with one click (posts `email`), in demo mode only. */
  readonly demo: { readonly roles: readonly DemoRole[]; readonly switchTo: FormAction } | null;
}
