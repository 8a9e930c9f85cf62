import { anomaliesTexts } from '../texts/en/anomalies.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Pager } from '../ui/pager.tsx';
import { TimeText } from '../ui/time-text.tsx';
import type { AnomaliesScreenProps } from './anomalies-data.ts';
import { FilterBar } from './filter-bar.tsx';
import { anomaliesAddress, isUnfiltered } from './finding-address.ts';
import { FindingList } from './finding-list.tsx';

/** What does not fit together, worst first; filters and page stand in the address. */
export function AnomaliesScreen({
  rows,
  filters,
  detectors,
  countries,
  nextAfter,
  dataAsOf,
}: AnomaliesScreenProps) {
  const first = { ...filters, after: undefined };
  return (
    <>
      <PageHead title={anomaliesTexts.title}>
        {anomaliesTexts.intro}{' '}
        {dataAsOf && (
          <>
            {anomaliesTexts.asOf} <TimeText at={dataAsOf} />.
          </>
        )}
      </PageHead>
      <FilterBar filters={filters} detectors={detectors} countries={countries} />
      {rows.length > 0 && <FindingList rows={rows} />}
      {rows.length === 0 && isUnfiltered(filters) && (
        <EmptyState title={anomaliesTexts.noneAtAll}>{anomaliesTexts.noneAtAllText}</EmptyState>
      )}
      {rows.length === 0 && !isUnfiltered(filters) && (
        <EmptyState title={anomaliesTexts.none}>{anomaliesTexts.noneText}</EmptyState>
      )}
      <Pager
        firstHref={filters.after === undefined ? null : anomaliesAddress(first)}
        nextHref={nextAfter === null ? null : anomaliesAddress({ ...filters, after: nextAfter })}
      />
    </>
  );
}
