import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { visibleFindings } from './visible-findings.ts';

/** Scans of one day. */
export interface DayScans {
  readonly day: LocalDate;
  readonly scans: number;
}

/**
 * Whose scans the reader may count: a regulator those at the sites of its country, anybody else its own. Of `daily_scan s`, with
 * `organisation o` and `location l` joined.
 */
const scansSeen = (scope: OrgScope, values: SqlValues): string =>
  `s.realm = ${values.add(scope.realm)} and ${
    scope.organisationRole === 'regulator'
      ? `coalesce(l.country, o.country) = ${values.add(scope.country)}`
      : `s.organisation = ${values.add(scope.organisation)}`
  }`;

const SCANS = `daily_scan s join organisation o on o.gln = s.organisation left join location l on l.gln = s.location`;

/** The scans that the reader may count, by day, from `from` to `until`, both included. Days without any are absent. */
export async function loadDayScans(
  scope: OrgScope,
  from: LocalDate,
  until: LocalDate,
): Promise<readonly DayScans[]> {
  const values = new SqlValues();
  const { rows } = await pool().query<DayScans>(
    `select s.day, sum(s.scans)::int as scans from ${SCANS}
      where s.day between ${values.add(from)} and ${values.add(until)} and ${scansSeen(scope, values)}
      group by s.day order by s.day`,
    values.values,
  );
  return rows;
}

/** Findings of one detector raised on one day (UTC). */
export interface DayAlerts {
  readonly day: LocalDate;
  readonly detector: string;
  readonly alerts: number;
}

/** The findings that the reader may see, by day and detector, from `from` to `until`, both included. */
export async function loadDayAlerts(
  scope: OrgScope,
  from: LocalDate,
  until: LocalDate,
): Promise<readonly DayAlerts[]> {
  const values = new SqlValues();
  const { rows } = await pool().query<DayAlerts>(
    `select (f.raised_at at time zone 'UTC')::date as day, f.detector, count(*)::int as alerts from finding f
      where f.raised_at >= ${values.add(from)}::date::timestamp at time zone 'UTC'
        and f.raised_at < (${values.add(until)}::date + 1)::timestamp at time zone 'UTC' and ${visibleFindings(scope, values)}
      group by 1, 2 order by 1, 2`,
    values.values,
  );
  return rows;
}

/** How complete the record of an organisation is: supplies counted, and those of packs that it held or that were on their way to it. */
export interface OrganisationCoverage {
  readonly organisation: Gln;
  readonly name: string;
  readonly good: number;
  readonly total: number;
}

/** The coverage of the organisations that the reader may count, least complete first, `limit` at most. */
export async function loadCoverage(scope: OrgScope, limit: number): Promise<readonly OrganisationCoverage[]> {
  const values = new SqlValues();
  const whose =
    scope.organisationRole === 'regulator'
      ? `o.country = ${values.add(scope.country)}`
      : `o.gln = ${values.add(scope.organisation)}`;
  const { rows } = await pool().query<OrganisationCoverage>(
    `select o.gln as organisation, o.name, c.good, c.total from custody_coverage c join organisation o on o.gln = c.organisation
      where o.realm = ${values.add(scope.realm)} and ${whose}
      order by c.good::float / greatest(c.total, 1), c.total desc, o.gln limit ${values.add(limit)}`,
    values.values,
  );
  return rows;
}

/** How the scans of one site with one software went. */
export interface SiteQuality {
  readonly organisation: string;
  /** Both `undefined` where the scans were made for the whole organisation. */
  readonly site: string | undefined;
  readonly city: string | undefined;
  /** Empty: the device did not name it. */
  readonly software: string;
  readonly scans: number;
  readonly manual: number;
  readonly rescans: number;
  readonly setAsides: number;
}

/** What a list of sites is ordered by, the most first. */
export type SiteOrder = 'scans' | 'manual' | 'rescans' | 'set-asides';

const ORDERS: Readonly<Record<SiteOrder, string>> = {
  scans: 'sum(s.scans)',
  manual: 'sum(s.manual)::float / sum(s.scans)',
  rescans: 'sum(s.rescans)::float / sum(s.scans)',
  'set-asides': 'sum(s.set_asides)::float / sum(s.scans)',
};

/** The quality of the sites that the reader may count, from `from` to `until`, `limit` at most. */
export async function loadSiteQuality(
  scope: OrgScope,
  { from, until, order, limit }: SiteQuestion,
): Promise<readonly SiteQuality[]> {
  const values = new SqlValues();
  const { rows } = await pool().query<
    Omit<SiteQuality, 'site' | 'city'> & { readonly site: string | null; readonly city: string | null }
  >(
    `select o.name as organisation, l.name as site, l.city, s.software, sum(s.scans)::int as scans, sum(s.manual)::int as manual,
        sum(s.rescans)::int as rescans, sum(s.set_asides)::int as "setAsides" from ${SCANS}
      where s.day between ${values.add(from)} and ${values.add(until)} and ${scansSeen(scope, values)}
      group by o.name, l.name, l.city, s.location, s.software
      order by ${ORDERS[order]} desc, sum(s.scans) desc, s.location, s.software limit ${values.add(limit)}`,
    values.values,
  );
  return rows.map(({ site, city, ...row }) => ({ ...row, site: site ?? undefined, city: city ?? undefined }));
}

export interface SiteQuestion {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly order: SiteOrder;
  readonly limit: number;
}
