'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { PAGE } from '../page-addresses.ts';
import { CodeField } from '../settings/code-field.tsx';
import { signInTexts } from '../texts/en/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { FormField } from '../ui/form-field.tsx';
import { Problem } from '../ui/problem.tsx';
import { EntryFrame } from './entry-frame.tsx';
import type { SecondFactorScreenProps, SecondFactorState } from './sign-in-data.ts';

const { second: texts } = signInTexts;
const START: SecondFactorState = { problem: null };

/** Asks for the second factor. Works without script too: forms that post. */
export function SecondFactorScreen({ give, next }: SecondFactorScreenProps) {
  const [state, action, pending] = useActionState(give, START);
  return (
    <EntryFrame title={texts.title}>
      <form action={action} className="flex flex-col gap-5">
        <p className="text-ink-soft">{texts.text}</p>
        {state.problem && <Problem problem={state.problem} />}
        <CodeField id="code" label={texts.code} />
        <input type="hidden" name="kind" value="totp" />
        {next !== null && <input type="hidden" name="next" value={next} />}
        <Button type="submit" kind="primary" size="large" busy={pending}>
          {texts.submit}
        </Button>
      </form>
      <details className="mt-8 border-line border-t pt-4">
        <summary className="min-h-9 font-medium text-brand">{texts.recoveryTitle}</summary>
        <form action={action} className="mt-3 flex flex-col gap-5">
          <FormField id="recovery" label={texts.recovery} hint={texts.recoveryText}>
            {(control) => (
              <input
                {...control}
                name="code"
                required
                maxLength={20}
                autoComplete="off"
                className="field font-mono"
              />
            )}
          </FormField>
          <input type="hidden" name="kind" value="recovery" />
          {next !== null && <input type="hidden" name="next" value={next} />}
          <Button type="submit" busy={pending}>
            {texts.submit}
          </Button>
        </form>
      </details>
      <p className="mt-6">
        <Link href={PAGE.signIn} className="text-brand underline-offset-4 hover:underline">
          {texts.back}
        </Link>
      </p>
    </EntryFrame>
  );
}
