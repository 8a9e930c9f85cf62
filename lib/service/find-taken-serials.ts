import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { parseSerial } from '../gs1/serial.ts';
import { ok, type Result } from '../kernel/result.ts';
import { loadTakenSerials } from '../store/taken-serials.ts';
import { type CommissionError, mayCommission } from './may-commission.ts';

/**
 * Which of the serial numbers the register holds already, told only to who may register packs of the product. What is no serial
 * number is not held, and not asked for.
 */
export async function findTakenSerials(
  scope: OrgScope,
  gtin: Gtin,
  serials: readonly string[],
): Promise<Result<readonly string[], CommissionError>> {
  const product = await mayCommission(scope, gtin);
  if (!product.ok) return product;
  const sound = serials.filter((serial) => parseSerial(serial).ok);
  return ok([...(await loadTakenSerials(scope, gtin, sound))]);
}
