import type { OrgScope } from '../../custody/org-scope.ts';
import type { Gtin } from '../../gs1/gtin.ts';
import { type SerialPolicyError, serialPolicyFault } from '../../gs1/random-serials.ts';
import { parseSerial } from '../../gs1/serial.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import {
  countPacks,
  deleteReservedRange,
  insertReservedRange,
  type ReservedRange,
  type StoredSerialPolicy,
  saveSerialPolicy,
} from '../../store/serial-policies.ts';

export type ProductSerialsError =
  /** The organisation holds no such product, or the person may only read. */
  | { readonly code: 'product/not-yours' }
  | SerialPolicyError
  | { readonly code: 'serial-range/serial' }
  | { readonly code: 'serial-range/length' }
  | { readonly code: 'serial-range/order' }
  | { readonly code: 'serial-range/none' };

const NOT_YOURS = { code: 'product/not-yours' } as const;

/**
 * Says how serial numbers of an own product are made, and whether those from elsewhere must follow. Errors: `product/not-yours`,
 * `serial-policy/…`, among them that the packs in use would be too easy to guess.
 */
export async function setSerialPolicy(
  scope: OrgScope,
  gtin: Gtin,
  policy: StoredSerialPolicy,
): Promise<Result<void, ProductSerialsError>> {
  if (scope.userRole === 'viewer') return err(NOT_YOURS);
  const fault = serialPolicyFault(policy, (await countPacks(scope, gtin)) + 1);
  if (fault) return err(fault);
  return (await saveSerialPolicy(scope, gtin, policy)) ? ok(undefined) : err(NOT_YOURS);
}

/** Reserves serial numbers of an own product: nobody registers them from now on. Errors: `product/not-yours`, `serial-range/…`. */
export async function reserveRange(
  scope: OrgScope,
  gtin: Gtin,
  range: Omit<ReservedRange, 'id'>,
): Promise<Result<void, ProductSerialsError>> {
  if (scope.userRole === 'viewer') return err(NOT_YOURS);
  const { first, last } = range;
  if (!parseSerial(first).ok || !parseSerial(last).ok) return err({ code: 'serial-range/serial' });
  if (first.length !== last.length) return err({ code: 'serial-range/length' });
  if (first > last) return err({ code: 'serial-range/order' });
  return (await insertReservedRange(scope, gtin, range)) ? ok(undefined) : err(NOT_YOURS);
}

/** Gives a reserved range free again. Errors: `product/not-yours`, `serial-range/none`. */
export async function freeRange(
  scope: OrgScope,
  gtin: Gtin,
  id: string,
): Promise<Result<void, ProductSerialsError>> {
  if (scope.userRole === 'viewer') return err(NOT_YOURS);
  return (await deleteReservedRange(scope, gtin, id)) ? ok(undefined) : err({ code: 'serial-range/none' });
}
