import type { Brand } from '../kernel/brand.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type KeyError, keyFault } from './key-fault.ts';

/** A Serial Shipping Container Code, AI (00): eighteen digits that name one logistic unit. */
export type Sscc = Brand<string, 'Sscc'>;

/** Why a text is no SSCC. */
export type SsccError = KeyError<'sscc'>;

/** Accepts exactly eighteen digits with the right check digit (General Specifications 3.3.1). */
export function parseSscc(input: string): Result<Sscc, SsccError> {
  const fault = keyFault('sscc', input, [18]);
  return fault ? err(fault) : ok(input as Sscc);
}
