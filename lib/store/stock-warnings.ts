import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { placedPacks } from './placed-packs.ts';
import { pool } from './pool.ts';

/** A batch of which the scope's organisation holds packs that somebody should look at. */
export interface StockWarning {
  readonly kind: 'recall' | 'expiring';
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly product: string;
  readonly expiry: LocalDate | null;
  readonly packs: number;
}

/**
 * Batches in stock that are recalled in the scope's country, and those that expire on `until` or before, the most urgent first.
 */
export async function loadStockWarnings(scope: OrgScope, until: LocalDate): Promise<readonly StockWarning[]> {
  const { rows } = await pool().query<StockWarning>({
    name: 'stock-warnings',
    text: `with held as (select p.gtin, p.lot, min(p.expiry) as expiry, count(*)::int as packs from ${placedPacks('held', '$1', '$2')} p
        where p.status = 'active' and p.consignee is null and p.lot is not null group by p.gtin, p.lot),
      warned as (select h.*, exists (select from jsonb_array_elements(b.state -> 'recalls') r
          where r -> 'reach' = '[]' or r -> 'reach' ? $4) as recalled
        from held h join batch b on b.realm = $2 and b.gtin = h.gtin and b.lot = h.lot)
      select case when w.recalled then 'recall' else 'expiring' end as kind, w.gtin, w.lot, w.expiry, w.packs,
        coalesce(q.name, w.gtin) as product
      from warned w left join product q on q.realm = $2 and q.gtin = w.gtin
      where w.recalled or w.expiry <= $3 order by w.recalled desc, w.expiry, w.gtin, w.lot`,
    values: [scope.organisation, scope.realm, until, scope.country],
  });
  return rows;
}
