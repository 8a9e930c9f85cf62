import type { TrendFilters, TrendsScreenRow } from '../../lib/queries/trends-screen.ts';
import { trendsTexts } from '../texts/en/trends.ts';
import { PageHead } from '../ui/page-head.tsx';
import { AlertTrends } from './alert-trends.tsx';
import { CoverageList } from './coverage-list.tsx';
import { SiteTable } from './site-table.tsx';
import { TrendFilterBar } from './trend-filter-bar.tsx';

interface TrendsScreenProps {
  readonly trends: TrendsScreenRow;
  readonly filters: TrendFilters;
  /** Whether the reader looks at a country, or at its own organisation. */
  readonly isRegulator: boolean;
}

/** How it goes over time: alerts by cause, coverage, and quality by site and software. */
export function TrendsScreen({ trends, filters, isRegulator }: TrendsScreenProps) {
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHead title={trendsTexts.title}>
        {isRegulator ? trendsTexts.intro.regulator : trendsTexts.intro.own}
      </PageHead>
      <TrendFilterBar filters={filters} choices={trends.choices} />
      <AlertTrends {...trends} filters={filters} />
      <CoverageList coverage={trends.coverage} filters={filters} />
      <SiteTable {...trends} filters={filters} />
    </div>
  );
}
