import { randomBytes } from 'node:crypto';
import type { OrgScope } from '../../custody/org-scope.ts';
import { randomSerials, type SerialPolicyError } from '../../gs1/random-serials.ts';
import { isWithin } from '../../gs1/serial-rule.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { pool } from '../../store/pool.ts';
import type { ProductRow } from '../../store/products.ts';
import { appendRows } from '../../store/registration-chunks.ts';
import { loadFaults, saveRepeatedRows } from '../../store/registration-faults.ts';
import { type Registration, showProgress } from '../../store/registrations.ts';
import { replaceFaultyRows } from '../../store/replace-faulty-rows.ts';
import { loadReservedRanges } from '../../store/serial-policies.ts';
import { loadTakenSerials } from '../../store/taken-serials.ts';
import type { Cancelled } from './check-registration.ts';
import { ROWS_IN_CHUNK } from './registration-job.ts';
import { type GuessableError, mayAddSerials } from './serial-rule-of.ts';

export type GenerateRowsError = GuessableError | SerialPolicyError | Cancelled;

/** What serial numbers are drawn from. */
interface Draw {
  readonly scope: OrgScope;
  readonly product: ProductRow;
}

/**
 * Draws the serial numbers that are still missing, at random by the product's policy, none of them reserved or taken, and none twice.
 * Cut off, it goes on behind the last piece. Errors: `serial-policy/…`, `registration/cancelled`.
 */
export async function generateRegistration(
  scope: OrgScope,
  product: ProductRow,
  { job, given, wanted }: Registration,
): Promise<Result<void, GenerateRowsError>> {
  const may = await mayAddSerials(scope, product, wanted);
  if (!may.ok) return may;
  const draw: Draw = { scope, product };
  for (let made = given; made < wanted; ) {
    const serials = await freeSerials(draw, Math.min(ROWS_IN_CHUNK, wanted - made));
    if (!serials.ok) return serials;
    await appendRows(pool(), job, { firstRow: made + 1, serials: serials.value });
    made += serials.value.length;
    if (!(await showProgress(job, made))) return err({ code: 'registration/cancelled' });
  }
  return drawRepeatedAnew(draw, job);
}

/** Two pieces know nothing of each other: what stands in both is drawn anew. */
async function drawRepeatedAnew(draw: Draw, job: string): Promise<Result<void, SerialPolicyError>> {
  for (;;) {
    await saveRepeatedRows(job);
    const repeated = await loadFaults(job, { afterRow: 0, limit: ROWS_IN_CHUNK });
    if (repeated.length === 0) return ok(undefined);
    const serials = await freeSerials(draw, repeated.length);
    if (!serials.ok) return serials;
    await replaceFaultyRows(
      job,
      repeated.map(({ row }, at) => ({ row, serial: serials.value[at] ?? '' })),
    );
  }
}

/** Serial numbers that are neither taken nor reserved; those that are, are drawn anew. */
async function freeSerials(
  { scope, product }: Draw,
  count: number,
): Promise<Result<readonly string[], SerialPolicyError>> {
  const { gtin, serialAlphabet: alphabet, serialLength: length } = product;
  const reserved = await loadReservedRanges(scope, gtin);
  const free: string[] = [];
  const drawn = new Set<string>();
  while (free.length < count) {
    const serials = randomSerials(count - free.length, { alphabet, length }, randomBytes, drawn);
    if (!serials.ok) return serials;
    const taken = await loadTakenSerials(scope, gtin, serials.value);
    for (const serial of serials.value) {
      drawn.add(serial);
      if (!taken.has(serial) && !reserved.some((range) => isWithin(serial, range))) free.push(serial);
    }
  }
  return ok(free);
}
