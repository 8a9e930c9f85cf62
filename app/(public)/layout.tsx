import Link from 'next/link';
import type { ReactNode } from 'react';
import { Wordmark } from '../../components/frame/wordmark.tsx';
import { PAGE } from '../../components/page-addresses.ts';
import { verifyTexts } from '../../components/texts/en/verify.ts';

/** Pages for anybody: one column, nothing to sign in to. */
export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col px-4 pt-3 pb-8">
      <header className="-ms-3">
        <Link href={PAGE.verify} prefetch={false} className="inline-block rounded-small">
          <Wordmark always />
        </Link>
      </header>
      <main className="grow">{children}</main>
      <footer className="mt-8 border-line border-t pt-4 text-ink-soft text-note">
        {verifyTexts.privacy}
      </footer>
    </div>
  );
}
