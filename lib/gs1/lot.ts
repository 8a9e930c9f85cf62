import type { Brand } from '../kernel/brand.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type Cset82Error, cset82Fault } from './cset82.ts';

/** A batch or lot number, AI (10): 1 to 20 characters of set 82. Case and leading zeros count. */
export type Lot = Brand<string, 'Lot'>;

/** Why a text is no batch number. */
export type LotError = Cset82Error<'lot'>;

/** Accepts 1 to 20 characters of set 82, exactly as printed (General Specifications 3.4.1). */
export function parseLot(input: string): Result<Lot, LotError> {
  const fault = cset82Fault('lot', input, 20);
  return fault ? err(fault) : ok(input as Lot);
}
