import { ArrowRight } from 'lucide-react';
import { Wordmark } from '../frame/wordmark.tsx';
import { frameTexts } from '../texts/en/frame.ts';
import { signInTexts } from '../texts/en/sign-in.ts';
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
export function SignInScreen({ signIn, next, demo }: SignInScreenProps) {
  return (
    <main className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="hidden flex-col justify-between bg-brand-soft p-12 lg:flex">
        <div className="-ms-3">
          <Wordmark always />
        </div>
        <div className="max-w-md">
          <p className="text-balance font-semibold text-title tracking-tight">{signInTexts.promise}</p>
          <ul className="mt-6 flex flex-col gap-3 text-ink-soft">
            {signInTexts.points.map((point) => (
              <li key={point} className="flex gap-3">
                <span aria-hidden className="mt-2.5 size-1.5 shrink-0 rounded-full bg-brand" />
                {point}
              </li>
            ))}
          </ul>
        </div>
        <span />
      </div>
      <div className="flex items-center bg-surface px-4 py-10 sm:px-12">
        <div className="mx-auto w-full max-w-sm">
          <div className="-ms-3 lg:hidden">
            <Wordmark always />
          </div>
          <h1 className="mb-6 font-semibold text-title tracking-tight">{signInTexts.title}</h1>
          <SignInForm signIn={signIn} next={next} />
          {demo && <DemoRoles demo={demo} />}
        </div>
      </div>
    </main>
  );
}
