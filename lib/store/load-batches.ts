import type { BatchState } from '../custody/batch-state.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackStatus } from '../custody/pack-state.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { Instant } from '../kernel/instant.ts';
import { instantOfDate } from './instant-of-date.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';
import { batchStateOf } from './state-columns.ts';

/** A batch with anonymous counts of its packs (custody.md 6). */
export interface BatchRow {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly state: BatchState;
  readonly createdAt: Instant;
  /** Packs by what became of them. */
  readonly packs: Readonly<Partial<Record<PackStatus, number>>>;
}

/** Which batches are asked for. What is absent does not restrict. */
export interface BatchQuery {
  readonly gtin?: Gtin;
  readonly lot?: Lot;
  /** The last of the page before. */
  readonly after?: Pick<BatchRow, 'createdAt' | 'gtin' | 'lot'>;
  readonly limit: number;
}

interface Row {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly state: Json;
  readonly created_at: Date;
  readonly packs: BatchRow['packs'] | null;
}

/** Batches of the products that the scope's organisation holds, newest first. */
export async function loadOwnBatches(scope: OrgScope, query: BatchQuery): Promise<readonly BatchRow[]> {
  const values = new SqlValues();
  const where = [`b.realm = ${values.add(scope.realm)}`, `q.holder = ${values.add(scope.organisation)}`];
  if (query.gtin !== undefined) where.push(`b.gtin = ${values.add(query.gtin)}`);
  if (query.lot !== undefined) where.push(`b.lot = ${values.add(query.lot)}`);
  if (query.after) {
    const { createdAt, gtin, lot } = query.after;
    const then = `${values.add(new Date(createdAt))}::timestamptz`;
    where.push(
      `(b.created_at < ${then} or (b.created_at = ${then} and (b.gtin, b.lot) > (${values.add(gtin)}, ${values.add(lot)})))`,
    );
  }
  const { rows } = await pool().query<Row>(
    `select b.gtin, b.lot, b.state, b.created_at,
        (select jsonb_object_agg(c.status, c.n) from (select p.status, count(*) as n from pack p
          where p.realm = b.realm and p.gtin = b.gtin and p.lot = b.lot group by p.status) c) as packs
       from batch b join product q on q.realm = b.realm and q.gtin = b.gtin
      where ${where.join(' and ')}
      order by b.created_at desc, b.gtin, b.lot limit ${values.add(query.limit)}`,
    values.values,
  );
  return rows.map((row) => ({
    gtin: row.gtin,
    lot: row.lot,
    state: batchStateOf(row.state),
    createdAt: instantOfDate(row.created_at),
    packs: row.packs ?? {},
  }));
}
