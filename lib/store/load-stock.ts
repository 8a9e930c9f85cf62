import type { OrgScope } from '../custody/org-scope.ts';
import type { PackState } from '../custody/pack-state.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { CHAIN_JSON, type ChainJson, stateInChain } from './chain-column.ts';
import type { PackKey } from './custody-request.ts';
import { placedPacks } from './placed-packs.ts';
import { pool } from './pool.ts';
import { SqlValues } from './sql-values.ts';

/** A pack in a list, with its state. */
export interface StockedPack extends PackKey {
  readonly state: PackState;
}

/** Which packs are asked for. What is absent does not restrict. */
export interface StockQuery {
  /** `held`: in hand or under way from here; `in-hand`: only that; `incoming`: under way to here. */
  readonly which: 'held' | 'in-hand' | 'incoming';
  readonly gtin?: Gtin;
  readonly lot?: Lot;
  /** The last of the page before. */
  readonly after?: Pick<PackKey, 'gtin' | 'serial'>;
  readonly limit: number;
}

interface StockRow {
  readonly gtin: Gtin;
  readonly serial: Serial;
  readonly state: Json;
  readonly chain: ChainJson | null;
}

/** The active packs that the scope's organisation holds or expects, by product and serial number. */
export async function loadStock(scope: OrgScope, query: StockQuery): Promise<readonly StockedPack[]> {
  const values = new SqlValues();
  const which = query.which === 'incoming' ? 'awaited' : 'held';
  const packs = placedPacks(which, values.add(scope.organisation), values.add(scope.realm));
  const where = [`p.status = 'active'`];
  if (query.which === 'in-hand') where.push('p.consignee is null');
  if (query.gtin !== undefined) where.push(`p.gtin = ${values.add(query.gtin)}`);
  if (query.lot !== undefined) where.push(`p.lot = ${values.add(query.lot)}`);
  if (query.after)
    where.push(`(p.gtin, p.serial) > (${values.add(query.after.gtin)}, ${values.add(query.after.serial)})`);
  const { rows } = await pool().query<StockRow>(
    `select p.gtin, p.serial, p.state, case when p.parent is not null then ${CHAIN_JSON('p')} end as chain
       from (select * from ${packs} p where ${where.join(' and ')}
      order by p.gtin, p.serial limit ${values.add(query.limit)}) p order by p.gtin, p.serial`,
    values.values,
  );
  return rows.map(({ gtin, serial, state, chain }) => ({
    gtin,
    serial,
    uri: canonicalUriOf({ key: { ai: '01', value: gtin }, qualifier: { ai: '21', value: serial } }),
    state: stateInChain(state, chain),
  }));
}
