import type { TrendDays, TrendFilters } from '../../lib/queries/trends-screen.ts';
import { PAGE } from '../page-addresses.ts';
import { addressWith } from '../ui/address-with.ts';

/** How far back one may look; the first is meant where an address says nothing. */
export const TREND_DAYS: readonly [TrendDays, ...TrendDays[]] = [91, 28, 364];
/** What the sites may be ordered by; likewise. */
export const SITE_ORDERS: readonly [TrendFilters['sort'], ...TrendFilters['sort'][]] = [
  'rescans',
  'set-asides',
  'manual',
  'scans',
];

/** The parts of the page that can be had as a file. */
export const TREND_TABLES = ['alerts', 'coverage', 'sites'] as const;
export type TrendTable = (typeof TREND_TABLES)[number];

const queryOf = ({ days, cause, sort }: TrendFilters) => ({
  days: days === TREND_DAYS[0] ? undefined : days,
  cause,
  sort: sort === SITE_ORDERS[0] ? undefined : sort,
});

/** The address of the page under these filters. */
export const trendsAddress = (filters: TrendFilters): string => addressWith(PAGE.trends, queryOf(filters));

/** The address of one of its tables as a file. */
export const trendsFileAddress = (filters: TrendFilters, table: TrendTable): string =>
  addressWith('/api/v1/trends', { ...queryOf(filters), table });

/** Reads the filters of an address; whatever is no filter is passed over. */
export function parseTrendFilters(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): TrendFilters {
  const cause = query['cause'];
  return {
    days: TREND_DAYS.find((days) => String(days) === query['days']) ?? TREND_DAYS[0],
    cause: typeof cause === 'string' && /^D\d{2}$/.test(cause) ? cause : undefined,
    sort: SITE_ORDERS.find((order) => order === query['sort']) ?? SITE_ORDERS[0],
  };
}
