import type { OrgScope } from '../../custody/org-scope.ts';
import { parseRuledSerial } from '../../gs1/serial-rule.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { queueJob } from '../../store/job-queue.ts';
import { leaveOutRows, mendRow } from '../../store/mend-registration.ts';
import type { RowFault } from '../../store/registration-faults.ts';
import {
  cancelUnfinished,
  enterPhase,
  loadRegistration,
  type Registration,
} from '../../store/registrations.ts';
import { loadTakenSerials } from '../../store/taken-serials.ts';
import { inTransaction } from '../../store/transaction.ts';
import { type CommissionError, mayCommission } from '../may-commission.ts';
import { serialRuleOf } from './serial-rule-of.ts';

export type ControlError =
  | CommissionError
  /** There is none, or not in the scope's organisation. */
  | { readonly code: 'registration/unknown' }
  /** It is not at the point where this can be done. */
  | { readonly code: 'registration/not-now' };

/** Registers the rows of a checked registration. Of two who say so at once, both are right. */
export async function startRegistration(scope: OrgScope, id: string): Promise<Result<void, ControlError>> {
  const found = await ownRegistration(scope, id);
  if (!found.ok) return found;
  const isBegun = await inTransaction(async (tx) => {
    const begun = await enterPhase(tx, id, { from: 'checked', to: 'recording' });
    if (begun) await queueJob(tx, id);
    return begun;
  });
  const { phase } = found.value;
  return isBegun || phase === 'recording' || phase === 'done'
    ? ok(undefined)
    : err({ code: 'registration/not-now' });
}

/** Ends a registration before its packs are stored: nothing of it remains but that it was asked for. */
export async function cancelRegistration(scope: OrgScope, id: string): Promise<Result<void, ControlError>> {
  const found = await ownRegistration(scope, id);
  if (!found.ok) return found;
  return (await cancelUnfinished(scope, id)) ? ok(undefined) : err({ code: 'registration/not-now' });
}

/** What became of a mended row: still faulty, or in order; and how many others wait. */
export interface MendedRow {
  readonly fault: RowFault | undefined;
  readonly faultsLeft: number;
}

/** Writes another serial number into a faulty row, and judges it. */
export async function mendRegistrationRow(
  scope: OrgScope,
  id: string,
  { row, serial }: { readonly row: number; readonly serial: string },
): Promise<Result<MendedRow, ControlError>> {
  const found = await ownRegistration(scope, id);
  if (!found.ok) return found;
  const { gtin } = found.value;
  const product = await mayCommission(scope, gtin);
  if (!product.ok) return product;
  const parsed = parseRuledSerial(serial, await serialRuleOf(scope, product.value));
  const isTaken = parsed.ok && (await loadTakenSerials(scope, gtin, [serial])).has(serial);
  let fault: RowFault | undefined;
  const faultsLeft = await mendRow(id, { row, serial }, (sameIn) => {
    fault = parsed.ok ? againstOthers(isTaken, sameIn) : { ...parsed.error };
    return fault;
  });
  return faultsLeft === undefined ? err({ code: 'registration/not-now' }) : ok({ fault, faultsLeft });
}

function againstOthers(isTaken: boolean, sameIn: number | undefined): RowFault | undefined {
  if (sameIn !== undefined) return { code: 'serial/repeated', row: sameIn };
  return isTaken ? { code: 'serial/taken' } : undefined;
}

/** Leaves out faulty rows, all that there are where `rows` is not given; gives how many are left. */
export async function leaveOutFaultyRows(
  scope: OrgScope,
  id: string,
  rows: readonly number[] | undefined,
): Promise<Result<number, ControlError>> {
  const found = await ownRegistration(scope, id);
  if (!found.ok) return found;
  const left = await leaveOutRows(id, rows);
  return left === undefined ? err({ code: 'registration/not-now' }) : ok(left);
}

async function ownRegistration(scope: OrgScope, id: string): Promise<Result<Registration, ControlError>> {
  const registration = await loadRegistration(scope, id);
  if (!registration) return err({ code: 'registration/unknown' });
  const product = await mayCommission(scope, registration.gtin);
  return product.ok ? ok(registration) : product;
}
