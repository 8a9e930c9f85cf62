import type { Brand } from '../kernel/brand.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type KeyError, keyFault } from './key-fault.ts';

/** A Global Location Number: thirteen digits that name a party or a place. */
export type Gln = Brand<string, 'Gln'>;

/** Why a text is no GLN. */
export type GlnError = KeyError<'gln'>;

/** Accepts exactly thirteen digits with the right check digit (General Specifications 3.7). */
export function parseGln(input: string): Result<Gln, GlnError> {
  const fault = keyFault('gln', input, [13]);
  return fault ? err(fault) : ok(input as Gln);
}
