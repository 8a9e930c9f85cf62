import { ArrowRight } from 'lucide-react';
import { frameTexts } from '../texts/en/frame.ts';
import { signInTexts } from '../texts/en/sign-in.ts';
import { EntryFrame } from './entry-frame.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import type { SignInScreenProps } from './sign-in-data.ts';
import { SignInForm } from './sign-in-form.tsx';

function DemoRoles({ demo }: { readonly demo: NonNullable<SignInScreenProps['demo']> }) {
  return (
    <section aria-labelledby="demo-title" className="mt-10 border-line border-t pt-6">
      <h2 id="demo-title" className="font-semibold text-lead">
        {signInTexts.demoTitle}
      </h2>
      <p className="mt-1 text-ink-soft">{signInTexts.demoText}</p>
      <form
        action={demo.switchTo}
        method={typeof demo.switchTo === 'string' ? 'post' : undefined}
        className="mt-4 flex flex-col gap-2"
      >
        {demo.roles.map(({ role, organisation, email }) => (
          <button
            key={email}
            type="submit"
            name="email"
            value={email}
            className="group flex min-h-12 items-center justify-between gap-3 rounded-control border border-line px-4 text-start hover:border-brand hover:bg-brand-soft"
          >
            <span className="min-w-0">
              <span className="font-medium">{frameTexts.roles[role]}</span>
              <span className="ms-2 text-ink-soft text-note">{organisation}</span>
            </span>
            <ArrowRight size={16} aria-hidden className="shrink-0 text-brand rtl:-scale-x-100" />
          </button>
        ))}
      </form>
    </section>
  );
}

/** The way in. */
export function SignInScreen({ signIn, passkey, next, demo }: SignInScreenProps) {
  return (
    <EntryFrame title={signInTexts.title}>
      <SignInForm signIn={signIn} next={next} />
      <PasskeyButton passkey={passkey} next={next} />
      {demo && <DemoRoles demo={demo} />}
    </EntryFrame>
  );
}
