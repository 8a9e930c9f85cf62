import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import type { SerialPolicy } from '../gs1/guess-chance.ts';
import type { SerialRange } from '../gs1/serial-rule.ts';
import { pool } from './pool.ts';

/** How a product's serial numbers are made, and whether those that come from elsewhere must follow. */
export interface StoredSerialPolicy extends SerialPolicy {
  readonly enforced: boolean;
}

/** Keeps the policy of a product that the scope's organisation holds; false where it holds none of this GTIN. */
export async function saveSerialPolicy(
  scope: OrgScope,
  gtin: Gtin,
  { alphabet, length, enforced }: StoredSerialPolicy,
): Promise<boolean> {
  const { rowCount } = await pool().query(
    `update product set serial_alphabet = $4, serial_length = $5, serials_enforced = $6
      where realm = $1 and gtin = $2 and holder = $3`,
    [scope.realm, gtin, scope.organisation, alphabet, length, enforced],
  );
  return rowCount === 1;
}

/** Serial numbers that may not be registered, and why not. */
export interface ReservedRange extends SerialRange {
  /** 32 hex digits. */
  readonly id: string;
  readonly note: string;
}

/** The reserved ranges of a product, in the order of their first serial numbers. For whoever may commission it. */
export async function loadReservedRanges(scope: OrgScope, gtin: Gtin): Promise<readonly ReservedRange[]> {
  const { rows } = await pool().query<ReservedRange>(
    `select id, first, last, note from reserved_range where realm = $1 and gtin = $2 order by length(first), first, id`,
    [scope.realm, gtin],
  );
  return rows;
}

/** Reserves a range of a product that the scope's organisation holds; false where it holds none of this GTIN. */
export async function insertReservedRange(
  scope: OrgScope,
  gtin: Gtin,
  { first, last, note }: Omit<ReservedRange, 'id'>,
): Promise<boolean> {
  const { rowCount } = await pool().query(
    `insert into reserved_range (realm, gtin, first, last, note)
      select realm, gtin, $4, $5, $6 from product where realm = $1 and gtin = $2 and holder = $3`,
    [scope.realm, gtin, scope.organisation, first, last, note],
  );
  return rowCount === 1;
}

/** Takes back a range that the scope's organisation reserved; false where there is none. */
export async function deleteReservedRange(scope: OrgScope, gtin: Gtin, id: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `delete from reserved_range r using product p where r.id = $4 and r.realm = $1 and r.gtin = $2
      and p.realm = r.realm and p.gtin = r.gtin and p.holder = $3`,
    [scope.realm, gtin, scope.organisation, id],
  );
  return rowCount === 1;
}

/** How many packs of a product the register knows: the chance of a guess is counted over all of them. */
export async function countPacks(scope: OrgScope, gtin: Gtin): Promise<number> {
  const { rows } = await pool().query<{ readonly n: number }>(
    'select count(*)::int as n from pack where realm = $1 and gtin = $2',
    [scope.realm, gtin],
  );
  return rows[0]?.n ?? 0;
}
