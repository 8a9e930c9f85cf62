import type { OrgScope } from '../custody/org-scope.ts';
import type { Gtin } from '../gs1/gtin.ts';
import { ok, type Result } from '../kernel/result.ts';
import { loadTakenSerials } from '../store/taken-serials.ts';
import { type CommissionError, mayCommission } from './may-commission.ts';

/** Which of these serial numbers the register holds already; only for whoever may commission packs of the product. */
export async function takenSerials(
  scope: OrgScope,
  gtin: Gtin,
  serials: readonly string[],
): Promise<Result<readonly string[], CommissionError>> {
  const product = await mayCommission(scope, gtin);
  return product.ok ? ok([...(await loadTakenSerials(scope, gtin, serials))]) : product;
}
