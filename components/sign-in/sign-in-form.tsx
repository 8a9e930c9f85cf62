'use client';

import { useActionState } from 'react';
import { signInTexts } from '../texts/en/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Problem } from '../ui/problem.tsx';
import { PasswordField } from './password-field.tsx';
import type { SignInScreenProps, SignInState } from './sign-in-data.ts';

const START: SignInState = { problem: null, email: '' };

/** E-mail address and password. Works without script too: it is a form that posts. */
export function SignInForm({ signIn, next }: Pick<SignInScreenProps, 'signIn' | 'next'>) {
  const [state, action, pending] = useActionState(signIn, START);
  return (
    <form action={action} className="flex flex-col gap-5">
      {state.problem && <Problem problem={state.problem} />}
      <FormField id="email" label={signInTexts.email}>
        {(control) => (
          <input
            {...control}
            key={state.email}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={state.email}
            required
            className="field"
          />
        )}
      </FormField>
      <PasswordField />
      {next !== null && <input type="hidden" name="next" value={next} />}
      <Button type="submit" kind="primary" size="large" busy={pending}>
        {signInTexts.submit}
      </Button>
    </form>
  );
}
