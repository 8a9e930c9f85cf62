import type { Metadata } from 'next';
import { Suspense } from 'react';
import { trendsTexts } from '../../../components/texts/en/trends.ts';
import { parseTrendFilters } from '../../../components/trends/trends-address.ts';
import { TrendsScreen } from '../../../components/trends/trends-screen.tsx';
import { SkeletonPage } from '../../../components/ui/skeleton.tsx';
import { type TrendFilters, trendsScreen } from '../../../lib/queries/trends-screen.ts';
import { requestTime } from '../../session/request-time.ts';
import { type Member, requireScopeAt } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: trendsTexts.title };

interface TrendsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function TrendsPage({ searchParams }: TrendsPageProps) {
  const filters = parseTrendFilters(await searchParams);
  const scope = await requireScopeAt('trends');
  return (
    <Suspense fallback={<SkeletonPage />}>
      <Trends scope={scope} filters={filters} />
    </Suspense>
  );
}

const Trends = async ({
  scope,
  filters,
}: {
  readonly scope: Member['scope'];
  readonly filters: TrendFilters;
}) => (
  <TrendsScreen
    trends={await trendsScreen(scope, filters, requestTime())}
    filters={filters}
    isRegulator={scope.organisationRole === 'regulator'}
  />
);
