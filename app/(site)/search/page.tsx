import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SearchScreen } from '../../../components/search/search-screen.tsx';
import { searchTexts } from '../../../components/texts/en/search.ts';
import { searchHits } from '../../../lib/queries/search.ts';
import { requestTime } from '../../session/request-time.ts';
import { requireScope } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: searchTexts.title };

const LONGEST = 500;

export default async function SearchPage({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly q?: string | string[] }>;
}) {
  const scope = await requireScope();
  const { q } = await searchParams;
  // Nothing that is stored holds a NUL, and PostgreSQL takes none.
  const text = typeof q === 'string' ? q.replaceAll('\0', ' ').trim().slice(0, LONGEST) : '';
  const hits = text === '' ? [] : await searchHits(scope, text, requestTime());
  const [only, ...others] = hits;
  if (only && only.href !== null && others.length === 0) redirect(only.href);
  return <SearchScreen text={text} hits={hits} />;
}
