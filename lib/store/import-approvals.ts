import type { ImportApproval } from '../anomaly/facts.ts';
import type { Realm } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import type { Db } from './transaction.ts';

/** Notes a leave to bring a product into a market, known from now on. False where nobody registered the product. */
export async function saveImportApproval(
  realm: Realm,
  gtin: Gtin,
  { party, fromMarket, toMarket, from, to }: Omit<ImportApproval, 'knownAt'>,
): Promise<boolean> {
  const { rowCount } = await pool().query(
    `insert into import_approval (realm, gtin, party, from_market, to_market, valid_from, valid_to)
      select realm, gtin, $3, $4, $5, $6::date, $7::date from product where realm = $1 and gtin = $2`,
    [realm, gtin, party, fromMarket, toMarket, from, to ?? null],
  );
  return rowCount === 1;
}

interface Row extends Pick<ImportApproval, 'party' | 'fromMarket' | 'toMarket'> {
  readonly gtin: Gtin;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly knownAt: Date;
}

/** The leaves to import the products named, by product; those without any are absent. */
export async function loadImportApprovals(
  db: Db,
  realm: Realm,
  gtins: readonly Gtin[],
): Promise<ReadonlyMap<Gtin, readonly ImportApproval[]>> {
  const { rows } = await db.query<Row>({
    name: 'import-approvals',
    text: `select gtin, party, from_market as "fromMarket", to_market as "toMarket", valid_from::text as "from", valid_to::text as "to",
        known_at as "knownAt" from import_approval where realm = $1 and gtin = any ($2::text[]) order by id`,
    values: [realm, gtins],
  });
  const approvals = new Map<Gtin, ImportApproval[]>();
  for (const { gtin, to, knownAt, ...row } of rows) {
    const approval = { ...row, to: to ?? undefined, knownAt: instantOfDate(knownAt) };
    approvals.set(gtin, [...(approvals.get(gtin) ?? []), approval]);
  }
  return approvals;
}
