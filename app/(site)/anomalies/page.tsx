import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AnomaliesScreen } from '../../../components/anomalies/anomalies-screen.tsx';
import { parseFindingFilters } from '../../../components/anomalies/finding-address.ts';
import { anomaliesTexts } from '../../../components/texts/en/anomalies.ts';
import { SkeletonPage } from '../../../components/ui/skeleton.tsx';
import { type FindingListFilters, findingsScreen } from '../../../lib/queries/findings-screen.ts';
import { type Member, requireScope } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: anomaliesTexts.title };

export default async function AnomaliesPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}) {
  const filters = parseFindingFilters(await searchParams);
  const scope = await requireScope();
  return (
    <Suspense fallback={<SkeletonPage />}>
      <Anomalies scope={scope} filters={filters} />
    </Suspense>
  );
}

const Anomalies = async ({
  scope,
  filters,
}: {
  readonly scope: Member['scope'];
  readonly filters: FindingListFilters;
}) => <AnomaliesScreen filters={filters} {...(await findingsScreen(scope, filters))} />;
