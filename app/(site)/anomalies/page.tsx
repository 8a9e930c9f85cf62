import type { Metadata } from 'next';
import { AnomaliesScreen } from '../../../components/anomalies/anomalies-screen.tsx';
import { parseFindingFilters } from '../../../components/anomalies/finding-address.ts';
import { anomaliesTexts } from '../../../components/texts/en/anomalies.ts';
import { findingsScreen } from '../../../lib/queries/findings-screen.ts';
import { requireScope } from '../../session/require-scope.ts';

export const metadata: Metadata = { title: anomaliesTexts.title };

export default async function AnomaliesPage({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}) {
  const filters = parseFindingFilters(await searchParams);
  return <AnomaliesScreen filters={filters} {...(await findingsScreen(await requireScope(), filters))} />;
}
