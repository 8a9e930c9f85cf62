import 'server-only';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { type TrendFilters, type TrendsScreenRow, trendsScreen } from './trends-screen.ts';

/** Which part of the trends a file holds. */
export type TrendsPart = 'alerts' | 'coverage' | 'sites';

type Rows = readonly (readonly (string | number)[])[];

const PARTS: Readonly<Record<TrendsPart, (trends: TrendsScreenRow) => Rows>> = {
  alerts: ({ periods, causes }) => [
    ['from', 'until', 'scans', 'detector', 'cause', 'alerts', 'alerts per 10,000 scans'],
    ...causes.flatMap(({ detector, name, counts, rates }) =>
      periods.map(({ from, until, scans }, at) => [
        ...[from, until, scans, detector, name],
        counts[at] ?? 0,
        rates[at] ?? '',
      ]),
    ),
  ],
  coverage: ({ coverage }) => [
    ['organisation', 'supplies of packs held or under way', 'supplies counted', 'smoothed share'],
    ...coverage.map(({ name, good, total, share }) => [name, good, total, share]),
  ],
  sites: ({ sites }) => [
    ['organisation', 'site', 'city', 'software', 'scans', 'typed by hand', 'scan again', 'set aside'],
    ...sites.map(({ organisation, site, city, software, scans, manual, rescans, setAsides }) => [
      ...[organisation, site ?? '', city ?? '', software ?? ''],
      ...[scans, manual, rescans, setAsides],
    ]),
  ],
};

/** A part of the trends that the reader may see at `at`, as rows of a file, the first its heading. */
export async function trendsFile(
  scope: OrgScope,
  { filters, part }: { readonly filters: TrendFilters; readonly part: TrendsPart },
  at: Instant,
): Promise<Rows> {
  return PARTS[part](await trendsScreen(scope, filters, at, true));
}
