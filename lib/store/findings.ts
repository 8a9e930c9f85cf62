import type { Finding } from '../anomaly/finding.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { type FindingRow, findingOf } from './finding-row.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import type { FindingStatus, StoredFinding } from './stored-finding.ts';
import { visibleFindings } from './visible-findings.ts';

export type { FindingStatus, StoredFinding } from './stored-finding.ts';

/** Where a page of findings ends. */
export type FindingKey = Pick<StoredFinding, 'severity' | 'rank' | 'id'>;

/** Which findings are asked for. What is absent does not restrict. */
export interface FindingQuery {
  readonly status?: readonly FindingStatus[];
  readonly kinds?: readonly Finding['kind'][];
  readonly detectors?: readonly string[];
  readonly leastSeverity?: number;
  readonly severity?: number;
  /** ISO 3166-1 alpha-2 of a country it touches. */
  readonly country?: string;
  /** Stands in the title, or in the name of a pack or batch. */
  readonly text?: string;
  readonly pack?: string;
  readonly raisedFrom?: Instant;
  readonly raisedBefore?: Instant;
  readonly after?: FindingKey;
  readonly limit: number;
}

/** The findings that the reader may see, worst first and among equals the newest, `limit` at most. Pending ones are nobody's. */
export async function loadFindings(scope: OrgScope, query: FindingQuery): Promise<readonly StoredFinding[]> {
  const values = new SqlValues();
  const where = [visibleFindings(scope, values), ...conditionsOf(query, values)];
  const { rows } = await pool().query<FindingRow>(
    `select f.* from finding f where ${where.join(' and ')}
      order by f.severity desc, f.rank desc, f.raised_at desc, f.id limit ${values.add(query.limit)}`,
    values.values,
  );
  return rows.map(findingOf);
}

function conditionsOf(query: FindingQuery, values: SqlValues): readonly string[] {
  const { after } = query;
  const of = <T>(value: T | undefined, write: (at: string) => string, shown: (value: T) => unknown) =>
    value === undefined ? [] : [write(values.add(shown(value)))];
  const same = <T>(value: T): T => value;
  const date = (at: Instant): Date => new Date(at);
  return [
    ...of(query.status, (at) => `f.status = any (${at})`, same),
    ...of(query.kinds, (at) => `f.kind = any (${at})`, same),
    ...of(query.detectors, (at) => `f.detector = any (${at})`, same),
    ...of(query.leastSeverity, (at) => `f.severity >= ${at}`, same),
    ...of(query.severity, (at) => `f.severity = ${at}`, same),
    ...of(query.country, (at) => `${at} = any (f.countries)`, same),
    ...of(
      query.text,
      (at) =>
        `strpos(lower(concat_ws(' ', f.title, array_to_string(f.packs || f.lots, ' '))), lower(${at})) > 0`,
      same,
    ),
    ...of(query.pack, (at) => `f.packs @> array[${at}::text]`, same),
    ...of(query.raisedFrom, (at) => `f.raised_at >= ${at}`, date),
    ...of(query.raisedBefore, (at) => `f.raised_at < ${at}`, date),
    ...(after ? [behind(after, values)] : []),
  ];
}

/** Behind the last of the page before, in the order of {@link loadFindings}; when that one was raised never changes. */
function behind({ severity, rank, id }: FindingKey, values: SqlValues): string {
  const [s, r, last] = [values.add(severity), values.add(rank), values.add(id)];
  const raised = `(select a.raised_at from finding a where a.id = ${last})`;
  return `(f.severity < ${s} or (f.severity = ${s} and (f.rank < ${r} or (f.rank = ${r}
    and (f.raised_at < ${raised} or (f.raised_at = ${raised} and f.id > ${last}))))))`;
}

/** One finding; what is hidden and what does not exist are answered alike. */
export async function loadFinding(scope: OrgScope, id: string): Promise<StoredFinding | undefined> {
  const values = new SqlValues();
  const { rows } = await pool().query<FindingRow>(
    `select f.* from finding f where f.id = ${values.add(id)} and ${visibleFindings(scope, values)}`,
    values.values,
  );
  return rows[0] && findingOf(rows[0]);
}

/** How many findings the reader may see, by severity and status. */
export async function countFindings(scope: OrgScope): Promise<
  readonly {
    readonly severity: number;
    readonly status: FindingStatus;
    readonly count: number;
  }[]
> {
  const values = new SqlValues();
  const { rows } = await pool().query<{ severity: number; status: FindingStatus; count: number }>(
    `select f.severity, f.status, count(*)::int as count from finding f where ${visibleFindings(scope, values)}
      group by f.severity, f.status order by f.severity desc, f.status`,
    values.values,
  );
  return rows;
}

/** The countries of the findings that the reader may see, in the order of their codes. */
export async function countriesOfFindings(scope: OrgScope): Promise<readonly string[]> {
  const values = new SqlValues();
  const { rows } = await pool().query<{ readonly country: string }>(
    `select distinct unnest(f.countries) as country from finding f where ${visibleFindings(scope, values)} order by country`,
    values.values,
  );
  return rows.map(({ country }) => country);
}

/** Closes an open finding that the reader may see, and logs who did and why. False where there is none to close. */
export async function closeFinding(scope: OrgScope, id: string, reason: string): Promise<boolean> {
  const values = new SqlValues();
  const name = values.add(id);
  const { rowCount } = await pool().query(
    `with c as (update finding f set status = 'closed' where f.id = ${name} and f.status = 'open' and ${visibleFindings(scope, values)} returning f.id)
     insert into access_log (organisation, actor, what, subject, reason)
     select ${values.add(scope.organisation)}, ${values.add(scope.actor)}, 'finding/closed', id, ${values.add(reason)} from c`,
    values.values,
  );
  return rowCount === 1;
}
