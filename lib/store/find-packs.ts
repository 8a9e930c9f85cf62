import type { OrgScope } from '../custody/org-scope.ts';
import { canonicalUriOf } from '../gs1/gs1-id.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { PackKey } from './custody-request.ts';
import { pool } from './pool.ts';

/**
 * Packs of any product with this serial number, `limit` at most. Tells what exists, so that each has to be asked for with its reader's
 * own eyes ({@link loadPack}) before it is shown.
 */
export async function findPacksBySerial(
  scope: OrgScope,
  serial: Serial,
  limit: number,
): Promise<readonly PackKey[]> {
  const { rows } = await pool().query<{ readonly gtin: Gtin }>({
    name: 'packs-by-serial',
    text: `select q.gtin from product q
      cross join lateral (select from pack p where p.realm = q.realm and p.gtin = q.gtin and p.serial = $2 limit 1) p
     where q.realm = $1 order by q.gtin limit $3`,
    values: [scope.realm, serial, limit],
  });
  return rows.map(({ gtin }) => ({
    gtin,
    serial,
    uri: canonicalUriOf({ key: { ai: '01', value: gtin }, qualifier: { ai: '21', value: serial } }),
  }));
}

/**
 * Products that have a batch of this name, `limit` at most. As {@link findPacksBySerial}: each has to be asked for before it is shown.
 */
export async function findProductsOfLot(scope: OrgScope, lot: Lot, limit: number): Promise<readonly Gtin[]> {
  const { rows } = await pool().query<{ readonly gtin: Gtin }>({
    name: 'products-of-lot',
    text: `select q.gtin from product q
      cross join lateral (select from batch b where b.realm = q.realm and b.gtin = q.gtin and b.lot = $2 limit 1) b
     where q.realm = $1 order by q.gtin limit $3`,
    values: [scope.realm, lot, limit],
  });
  return rows.map(({ gtin }) => gtin);
}
