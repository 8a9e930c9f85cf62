import type { BatchState } from '../custody/batch-state.ts';
import type { OrgScope } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { CHAIN_JSON, type ChainJson, stateInChain } from './chain-column.ts';
import { placeOf } from './placed-packs.ts';
import { pool } from './pool.ts';
import { batchStateOf } from './state-columns.ts';

/** A pack with the states that decide whether it may go on. */
export interface PackAtHand {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly product: string;
  readonly state: PackState;
  readonly batch: BatchState | undefined;
}

/** Those of the packs named that the scope's organisation holds, expects, or holds the GTIN of; the others are absent. */
export async function loadPacksAtHand(
  scope: OrgScope,
  packs: readonly { readonly gtin: Gtin; readonly serial: Serial }[],
): Promise<readonly PackAtHand[]> {
  const { rows } = await pool().query<
    Omit<PackAtHand, 'state' | 'batch'> & {
      readonly state: Json;
      readonly batch: Json | null;
      readonly chain: ChainJson | null;
    }
  >({
    name: 'packs-at-hand',
    text: `select p.gtin, p.serial, coalesce(q.name, p.gtin) as product, p.state, b.state as batch,
        case when p.parent is not null then ${CHAIN_JSON('p')} end as chain
      from unnest($3::text[], $4::text[]) as k (gtin, serial)
      join pack p on p.realm = $2 and p.gtin = k.gtin and p.serial = k.serial
      ${placeOf('p', 'u')}
      left join product q on q.realm = p.realm and q.gtin = p.gtin
      left join batch b on b.realm = p.realm and b.gtin = p.gtin and b.lot = p.lot
     where u.holder = $1 or u.consignee = $1 or q.holder = $1`,
    values: [
      scope.organisation,
      scope.realm,
      packs.map(({ gtin }) => gtin),
      packs.map(({ serial }) => serial),
    ],
  });
  return rows.map(({ state, batch, chain, ...row }) => ({
    ...row,
    state: stateInChain(state, chain),
    batch: batch === null ? undefined : batchStateOf(batch),
  }));
}
