import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { PAGE } from '../page-addresses.ts';
import { searchTexts } from '../texts/en/search.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FormField } from '../ui/form-field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import type { SearchHitData, SearchScreenProps } from './search-data.ts';

/** The search box in large, for phones and for whoever was not lucky, and what was found. */
export function SearchScreen({ text, hits }: SearchScreenProps) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={searchTexts.title}>{searchTexts.intro}</PageHead>
      <form action={PAGE.search} className="mb-6 grid grid-cols-[1fr_auto] items-end gap-3">
        <FormField id="search" label={searchTexts.label}>
          {(control) => (
            <input
              {...control}
              name="q"
              type="search"
              defaultValue={text}
              autoComplete="off"
              spellCheck={false}
              required
              className="field"
            />
          )}
        </FormField>
        <Button type="submit" kind="primary">
          {searchTexts.submit}
        </Button>
      </form>
      {text !== '' && hits.length === 0 && (
        <EmptyState title={searchTexts.none(text)}>{searchTexts.noneText}</EmptyState>
      )}
      {hits.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {hits.map((hit) => (
            <li key={`${hit.kind} ${hit.href ?? hit.title}`}>
              <Hit hit={hit} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Hit({ hit: { kind, title, detail, href } }: { readonly hit: SearchHitData }) {
  const content = (
    <>
      <span className="w-24 shrink-0 text-ink-soft text-note">{searchTexts.kinds[kind]}</span>
      <span className="min-w-0 grow">
        <span className="block break-words font-medium">{title}</span>
        <span className="block text-ink-soft text-note">{detail}</span>
      </span>
    </>
  );
  const className = 'flex items-center gap-4 px-4 py-3 sm:px-6';
  if (href === null) return <div className={className}>{content}</div>;
  return (
    <Link prefetch={false} href={href} className={`${className} -outline-offset-2 hover:bg-sunken`}>
      {content}
      <ChevronRight size={18} aria-hidden className="shrink-0 text-ink-soft rtl:-scale-x-100" />
    </Link>
  );
}
