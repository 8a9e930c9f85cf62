import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { pool } from './pool.ts';

/**
 * Which of the serial numbers are commissioned with effect in the scope's realm. Tells what exists, so it may be asked only for whoever
 * may commission packs of the product.
 */
export async function loadTakenSerials(
  scope: OrgScope,
  gtin: Gtin,
  serials: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ readonly serial: string }>(
    `select k.serial from unnest($3::text[]) as k (serial)
      cross join lateral (select from pack p where p.realm = $1 and p.gtin = $2 and p.serial = k.serial and p.status <> 'unknown' limit 1) as p`,
    [scope.realm, gtin, serials],
  );
  return new Set(rows.map(({ serial }) => serial));
}
