import type { Finding } from '../anomaly/finding.ts';
import type { PublicDoubt } from '../anomaly/public-doubt.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Instant } from '../kernel/instant.ts';
import { pool } from './pool.ts';
import { saveFindings } from './save-findings.ts';
import { SqlValues } from './sql-values.ts';
import { inTransaction } from './transaction.ts';
import { visibleFindings } from './visible-findings.ts';

/** A picture that came with a report, without metadata. */
export interface ReportPhoto {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A report as it is kept. */
export interface PublicReport extends PublicDoubt {
  /** As read: YYMMDD. */
  readonly expiry: string | undefined;
  readonly photo: (ReportPhoto & { readonly until: Instant }) | undefined;
}

/** Keeps a report and the findings it becomes, all or nothing. */
export async function savePublicReport(report: PublicReport, findings: readonly Finding[]): Promise<void> {
  const { id, at, gtin, serial, lot, expiry, country, answer, words, photo } = report;
  await inTransaction(async (tx) => {
    await tx.query(
      `insert into public_report (id, at, gtin, serial, lot, expiry, country, answer, words, photo, photo_type, photo_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, new Date(at), gtin, serial, lot, expiry, country, answer, words],
        ...[photo?.bytes, photo?.type, photo && new Date(photo.until)],
      ],
    );
    await saveFindings(tx, findings, at);
    await tx.query('insert into public_report_finding (finding, report) select unnest($1::text[]), $2', [
      findings.map((finding) => finding.id),
      id,
    ]);
  });
}

/** Whether a finding is a report with a photo that is still kept; of a finding the reader may not see, false. */
export async function hasReportPhoto(scope: OrgScope, finding: string): Promise<boolean> {
  const values = new SqlValues();
  const { rowCount } = await pool().query(photoQuery('1', scope, finding, values), values.values);
  return rowCount === 1;
}

/** The photo of a report, for who may see its finding; `undefined` for everybody else, and once it is forgotten. */
export async function loadReportPhoto(scope: OrgScope, finding: string): Promise<ReportPhoto | undefined> {
  const values = new SqlValues();
  const { rows } = await pool().query<{ readonly photo: Buffer; readonly photo_type: string }>(
    photoQuery('r.photo, r.photo_type', scope, finding, values),
    values.values,
  );
  return rows[0] && { type: rows[0].photo_type, bytes: rows[0].photo };
}

const photoQuery = (columns: string, scope: OrgScope, finding: string, values: SqlValues): string =>
  `select ${columns} from public_report_finding l join public_report r on r.id = l.report join finding f on f.id = l.finding
    where l.finding = ${values.add(finding)} and r.photo is not null and ${visibleFindings(scope, values)}`;

/** Forgets the photos that were to be kept until `now` at most, and gives how many. The reports stay. */
export async function forgetReportPhotos(now: Instant): Promise<number> {
  const { rowCount } = await pool().query(
    `update public_report set photo = null, photo_type = null, photo_until = null where photo is not null and photo_until <= $1`,
    [new Date(now)],
  );
  return rowCount ?? 0;
}
