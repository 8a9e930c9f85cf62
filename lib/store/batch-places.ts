import type { BatchState } from '../custody/batch-state.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gln } from '../gs1/gln.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { pool } from './pool.ts';
import { batchStateOf } from './state-columns.ts';

/** A batch, and how many of its packs are where. */
export interface BatchPlaces {
  readonly product: string;
  readonly holder: Gln;
  readonly expiry: LocalDate | undefined;
  readonly state: BatchState;
  /** True where `counts` are of the whole batch: the holder of the GTIN sees them, without names. */
  readonly whole: boolean;
  readonly counts: {
    /** Held by the reader. */
    readonly own: number;
    /** Under way, from or to anybody. */
    readonly transit: number;
    /** Held by others. */
    readonly others: number;
    readonly supplied: number;
    /** Destroyed, exported, taken as samples, stolen. */
    readonly gone: number;
  };
}

interface Row {
  readonly product: string;
  readonly holder: Gln;
  readonly expiry: LocalDate | null;
  readonly state: Json;
  readonly own: number;
  readonly transit: number;
  readonly others: number;
  readonly supplied: number;
  readonly gone: number;
}

/**
 * A batch for the holder of its GTIN (custody.md 6: anonymous counts), for whoever holds or expects packs of it (of those only), and
 * for regulators (its state, without counts); `undefined` to everybody else.
 */
export async function loadBatchPlaces(
  scope: OrgScope,
  gtin: Gtin,
  lot: Lot,
): Promise<BatchPlaces | undefined> {
  const { rows } = await pool().query<Row>({
    name: 'batch-places',
    // Where a container is, is asked once for all that is in it.
    text: `with roots as materialized (select k.parent, u.* from (select distinct p.parent from pack p
        where p.realm = $2 and p.gtin = $3 and p.lot = $4 and p.parent is not null) k, outermost($2::smallint, k.parent) u)
    select q.name as product, q.holder, b.expiry, b.state, c.* from batch b
      join product q on q.realm = b.realm and q.gtin = b.gtin
      cross join lateral (select
          count(*) filter (where p.status = 'active' and p.consignee is null and p.holder = $1)::int as own,
          count(*) filter (where p.status = 'active' and p.consignee is not null)::int as transit,
          count(*) filter (where p.status = 'active' and p.consignee is null and p.holder is distinct from $1)::int as others,
          count(*) filter (where p.status = 'supplied')::int as supplied,
          count(*) filter (where p.status not in ('active', 'supplied', 'unknown'))::int as gone
        from (select case when p.status = 'active' then coalesce(r.fate, p.status) else p.status end as status,
            case when p.parent is null then p.holder else r.holder end as holder,
            case when p.parent is null then p.consignee else r.consignee end as consignee
          from pack p left join roots r on r.parent = p.parent where p.realm = b.realm and p.gtin = b.gtin and p.lot = b.lot) p
        where q.holder = $1 or p.holder = $1 or p.consignee = $1) c
     where b.realm = $2 and b.gtin = $3 and b.lot = $4`,
    values: [scope.organisation, scope.realm, gtin, lot],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { product, holder, expiry, state, ...counts } = row;
  const whole = holder === scope.organisation;
  const concerned = Object.values(counts).some((count) => count > 0);
  if (!whole && !concerned && scope.organisationRole !== 'regulator') return undefined;
  return { product, holder, expiry: expiry ?? undefined, state: batchStateOf(state), whole, counts };
}
