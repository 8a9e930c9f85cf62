import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { ok, type Result } from '../kernel/result.ts';
import { loadTakenSerials } from '../store/taken-serials.ts';
import { type CommissionError, mayCommission } from './may-commission.ts';

/** Which of the serial numbers the register holds already, told only to who may register packs of the product. */
export async function findTakenSerials(
  scope: OrgScope,
  gtin: Gtin,
  serials: readonly string[],
): Promise<Result<readonly string[], CommissionError>> {
  const product = await mayCommission(scope, gtin);
  return product.ok ? ok([...(await loadTakenSerials(scope, gtin, serials))]) : product;
}
