import type { ReactNode } from 'react';
import { Wordmark } from '../frame/wordmark.tsx';
import { signInTexts } from '../texts/en/sign-in.ts';

/** What stands around the pages of somebody who is not signed in yet. */
export function EntryFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
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
          <h1 className="mb-6 font-semibold text-title tracking-tight">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
