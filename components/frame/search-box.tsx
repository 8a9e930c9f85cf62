import { Search } from 'lucide-react';
import { PAGE } from '../page-addresses.ts';
import { frameTexts } from '../texts/en/frame.ts';
import { PageLink } from '../ui/page-link.tsx';
import { SearchKeys } from './search-keys.tsx';

const { search } = frameTexts;
const INPUT = 'frame-search';

/** One box for any identifier, with or without brackets, typed, pasted or scanned. `/` and Ctrl-K lead to it. */
export function SearchBox() {
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
            id={INPUT}
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
          <SearchKeys input={INPUT} />
          <kbd className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 rounded-small border border-line px-1.5 font-sans text-ink-soft text-note peer-focus:hidden">
            {search.hint}
          </kbd>
        </form>
      </search>
      <PageLink
        href={PAGE.search}
        aria-label={search.label}
        className="inline-flex size-10 items-center justify-center rounded-control text-ink-soft hover:bg-sunken md:hidden"
      >
        <Search size={20} aria-hidden />
      </PageLink>
    </>
  );
}
