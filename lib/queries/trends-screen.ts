import 'server-only';
import { custodyCoverage } from '../anomaly/custody-coverage.ts';
import { DETECTORS } from '../anomaly/detectors/index.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { daysAfter, daysBetween, type LocalDate, localDateAt } from '../kernel/local-date.ts';
import {
  type DayAlerts,
  loadCoverage,
  loadDayAlerts,
  loadDayScans,
  loadSiteQuality,
  type SiteOrder,
} from '../store/load-trends.ts';

/** How far back the trends look, in days. */
export type TrendDays = 28 | 91 | 364;

/** What the trends are narrowed by. */
export interface TrendFilters {
  readonly days: TrendDays;
  /** The detector of the only cause shown; all where absent. */
  readonly cause: string | undefined;
  /** What the sites are ordered by. */
  readonly sort: SiteOrder;
}

/** The page of trends. Rates are alerts per 10,000 scans; `null` where nothing was scanned. */
export interface TrendsScreenRow {
  /** Stretches of time, oldest first; both days belong to it. */
  readonly periods: readonly { readonly from: string; readonly until: string; readonly scans: number }[];
  readonly scans: number;
  readonly causes: readonly TrendCause[];
  /** Every cause there is, to choose from. */
  readonly choices: readonly { readonly detector: string; readonly name: string }[];
  readonly coverage: readonly {
    readonly name: string;
    readonly good: number;
    readonly total: number;
    /** Smoothed, 0 to 1, as the detectors count with it. */
    readonly share: number;
  }[];
  readonly sites: readonly {
    readonly organisation: string;
    readonly site: string | null;
    readonly city: string | null;
    readonly software: string | null;
    readonly scans: number;
    readonly manual: number;
    readonly rescans: number;
    readonly setAsides: number;
  }[];
  /** There are more sites than these. */
  readonly moreSites: boolean;
}

/** One cause of alerts. */
export interface TrendCause {
  readonly detector: string;
  readonly name: string;
  readonly alerts: number;
  readonly rate: number | null;
  /** Of each period. */
  readonly counts: readonly number[];
  readonly rates: readonly (number | null)[];
}

/** A day, a week, four weeks. */
const STEP_DAYS: Readonly<Record<TrendDays, number>> = { 28: 1, 91: 7, 364: 28 };
const MOST_ORGANISATIONS = 200;
const MOST_SITES = 200;
/** Of a file, which a spreadsheet still opens. */
const MOST_ROWS_OF_FILE = 10_000;

/** The trends that the reader may see at `at`: a regulator's country, or one's own organisation. `whole` is for a file. */
export async function trendsScreen(
  scope: OrgScope,
  { days, cause, sort }: TrendFilters,
  at: Instant,
  whole = false,
): Promise<TrendsScreenRow> {
  const until = localDateAt(at, 'UTC');
  const from = daysAfter(until, 1 - days);
  const most = whole ? MOST_ROWS_OF_FILE : MOST_SITES;
  const [scans, alerts, coverage, sites] = await Promise.all([
    loadDayScans(scope, from, until),
    loadDayAlerts(scope, from, until),
    loadCoverage(scope, whole ? MOST_ROWS_OF_FILE : MOST_ORGANISATIONS),
    loadSiteQuality(scope, { from, until, order: sort, limit: most + 1 }),
  ]);
  const step = STEP_DAYS[days];
  const scanned = summed(
    days / step,
    scans,
    (day) => periodOf(from, day, step),
    (each) => each.scans,
  );
  return {
    periods: scanned.map((count, at) => ({
      from: daysAfter(from, at * step),
      until: daysAfter(from, (at + 1) * step - 1),
      scans: count,
    })),
    scans: scanned.reduce((sum, count) => sum + count, 0),
    causes: causesOf({ alerts, cause, scanned, period: (day) => periodOf(from, day, step) }),
    choices: DETECTORS.map(({ id, name }) => ({ detector: id, name })),
    coverage: coverage.map(({ name, good, total }) => ({
      ...{ name, good, total },
      share: custodyCoverage({ good, total }),
    })),
    sites: sites.slice(0, most).map(({ site, city, software, ...row }) => ({
      ...row,
      site: site ?? null,
      city: city ?? null,
      software: software === '' ? null : software,
    })),
    moreSites: sites.length > most,
  };
}

interface Alerts {
  readonly alerts: readonly DayAlerts[];
  readonly cause: string | undefined;
  readonly scanned: readonly number[];
  readonly period: (day: LocalDate) => number;
}

/** The causes that gave any alert, the commonest first. */
function causesOf({ alerts, cause, scanned, period }: Alerts): readonly TrendCause[] {
  const names = new Map<string, string>(DETECTORS.map(({ id, name }) => [id, name]));
  const wanted = [...new Set(alerts.map(({ detector }) => detector))].filter(
    (detector) => cause === undefined || detector === cause,
  );
  const all = scanned.reduce((sum, count) => sum + count, 0);
  return wanted
    .map((detector): TrendCause => {
      const own = alerts.filter((each) => each.detector === detector);
      const counts = summed(scanned.length, own, period, (each) => each.alerts);
      const total = counts.reduce((sum, count) => sum + count, 0);
      return {
        ...{ detector, name: names.get(detector) ?? detector, alerts: total, counts },
        rate: rateOf(total, all),
        rates: counts.map((count, at) => rateOf(count, scanned[at] ?? 0)),
      };
    })
    .toSorted((a, b) => b.alerts - a.alerts || (a.detector < b.detector ? -1 : 1));
}

const rateOf = (alerts: number, scans: number): number | null =>
  scans === 0 ? null : (alerts * 10_000) / scans;

/** Adds up what belongs to each of `count` periods. */
function summed<T extends { readonly day: LocalDate }>(
  count: number,
  rows: readonly T[],
  period: (day: LocalDate) => number,
  amount: (row: T) => number,
): readonly number[] {
  const sums = Array.from({ length: count }, () => 0);
  for (const row of rows) {
    const at = period(row.day);
    sums[at] = (sums[at] ?? 0) + amount(row);
  }
  return sums;
}

const periodOf = (from: LocalDate, day: LocalDate, step: number): number =>
  Math.floor(daysBetween(from, day) / step);
