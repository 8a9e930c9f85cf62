import type { OrgScope } from '../../custody/org-scope.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { ProductRow } from '../../store/products.ts';
import { loadChunk } from '../../store/registration-chunks.ts';
import { countFaults, saveCheckedRows, saveRepeatedRows } from '../../store/registration-faults.ts';
import { type Registration, showProgress } from '../../store/registrations.ts';
import { judgeRows } from './judge-rows.ts';
import { type GuessableError, mayAddSerials, serialRuleOf } from './serial-rule-of.ts';

/** Somebody cancelled the job while it was worked on. */
export interface Cancelled {
  readonly code: 'registration/cancelled';
}

export type CheckError = GuessableError | Cancelled | { readonly code: 'serials/none' };

/**
 * Judges every row that was not judged yet, and keeps the faults; gives their number. Cut off, it goes on behind the last piece.
 * Errors: `serials/none` where no row is left, `serial-policy/guessable`, `registration/cancelled`.
 */
export async function checkRegistration(
  scope: OrgScope,
  product: ProductRow,
  registration: Registration,
): Promise<Result<number, CheckError>> {
  const { job, gtin, given, leftOut } = registration;
  if (given === leftOut) return err({ code: 'serials/none' });
  const enough = product.serialsEnforced
    ? await mayAddSerials(scope, product, given - leftOut)
    : ok(undefined);
  if (!enough.ok) return enough;
  const rules = { gtin, rule: await serialRuleOf(scope, product) };
  let row = registration.checked;
  for (;;) {
    const chunk = await loadChunk(job, row);
    if (!chunk) break;
    const faults = await judgeRows(scope, rules, chunk);
    row = chunk.firstRow + chunk.serials.length - 1;
    await saveCheckedRows(job, row, faults);
    if (!(await showProgress(job, row))) return err({ code: 'registration/cancelled' });
  }
  await saveRepeatedRows(job);
  return ok(await countFaults(job));
}
