import type { BatchState } from '../custody/batch-state.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { pool } from './pool.ts';
import { batchStateOf } from './state-columns.ts';

/** A batch with a recall that stands, whomever it reaches. */
export interface RecalledBatch {
  readonly gtin: Gtin;
  readonly lot: Lot;
  readonly state: BatchState;
}

/** The recalled batches of these products. */
export async function loadRecalledBatches(
  { realm }: OrgScope,
  gtins: readonly Gtin[],
): Promise<readonly RecalledBatch[]> {
  const { rows } = await pool().query<{ readonly gtin: Gtin; readonly lot: Lot; readonly state: Json }>({
    name: 'recalled-batches',
    text: `select gtin, lot, state from batch where realm = $1 and gtin = any ($2::text[])
      and jsonb_array_length(state -> 'recalls') > 0 order by gtin, lot`,
    values: [realm, gtins],
  });
  return rows.map(({ state, ...batch }) => ({ ...batch, state: batchStateOf(state) }));
}
