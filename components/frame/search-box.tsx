'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { PAGE } from '../page-addresses.ts';
import { frameTexts } from '../texts/en/frame.ts';
import { isTextField } from '../ui/is-text-field.ts';

const { search } = frameTexts;

/** One box for any identifier, with or without brackets, typed, pasted or scanned. `/` and Ctrl-K lead to it. */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTextField(event.target);
      const ctrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (event.defaultPrevented || !(slash || ctrlK)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <search className="hidden min-w-0 max-w-md grow md:block">
        <form action={PAGE.search} className="relative">
          <Search
            size={16}
            aria-hidden
            className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-ink-soft"
          />
          <input
            ref={input}
            name="q"
            type="search"
            aria-label={search.label}
            aria-keyshortcuts="/ Control+K"
            placeholder={search.placeholder}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="peer h-10 w-full rounded-control border border-line bg-sunken ps-9 pe-20 text-body placeholder:text-ink-soft hover:border-line-strong"
          />
          <kbd className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 rounded-small border border-line px-1.5 font-sans text-ink-soft text-note peer-focus:hidden">
            {search.hint}
          </kbd>
        </form>
      </search>
      <Link
        href={PAGE.search}
        aria-label={search.label}
        className="inline-flex size-10 items-center justify-center rounded-control text-ink-soft hover:bg-sunken md:hidden"
      >
        <Search size={20} aria-hidden />
      </Link>
    </>
  );
}
