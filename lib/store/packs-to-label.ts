import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { Lot } from '../gs1/lot.ts';
import type { Serial } from '../gs1/serial.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { pool } from './pool.ts';

/** Packs of one batch, in the order of their serial numbers. */
export interface PacksToLabel {
  readonly gtin: Gtin;
  readonly lot: Lot;
  /** Nothing before it. */
  readonly from: Serial | undefined;
  readonly limit: number;
}

/**
 * The active packs of a batch in the hands of the scope's organisation, in no case or pallet: what has left them, or is packed, keeps the
 * label that it has.
 */
const IN_HAND = `realm = $1 and gtin = $2 and lot = $3 and holder = $4 and consignee is null and parent is null and status = 'active'
  and ($5::text is null or serial >= $5)`;

const valuesOf = (scope: OrgScope, { gtin, lot, from, limit }: PacksToLabel) => [
  ...[scope.realm, gtin, lot, scope.organisation, from ?? null],
  limit,
];

/** How many there are, `limit` at most. */
export async function countPacksToLabel(scope: OrgScope, packs: PacksToLabel): Promise<number> {
  const { rows } = await pool().query<{ readonly n: number }>(
    `select count(*)::int as n from (select 1 from pack where ${IN_HAND} limit $6) counted`,
    valuesOf(scope, packs),
  );
  return rows[0]?.n ?? 0;
}

/** A page of them, with the expiry that each was commissioned with. */
export async function loadPacksToLabel(
  scope: OrgScope,
  packs: PacksToLabel,
): Promise<readonly { readonly serial: Serial; readonly expiry: LocalDate | undefined }[]> {
  const { rows } = await pool().query<{ readonly serial: Serial; readonly expiry: LocalDate | null }>(
    `select serial, expiry from pack where ${IN_HAND} order by serial limit $6`,
    valuesOf(scope, packs),
  );
  return rows.map(({ serial, expiry }) => ({ serial, expiry: expiry ?? undefined }));
}
